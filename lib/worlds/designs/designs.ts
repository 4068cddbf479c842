import { ranker } from '../../contract/rank';
import type { Proof } from '../../contract/truth';
import { baseLines, personOfLine, textAt, type BaseLine, type BaseWorld } from './base-lines';

/** How a world's documents can be drawn; the first three are made directly, the others out of everything. */
export const DESIGNS = [
  ...(['census', 'srs-people', 'presence', 'srs-records', 'cluster', 'stratified'] as const),
  ...(['two-captures', 'first-n', 'truncated-scroll', 'own-accounts'] as const),
] as const;

/** Name of a design. */
export type Design = (typeof DESIGNS)[number];

/** What a design draws from: a whole world, how much of it, and the seed. */
export interface DesignSource {
  whole: BaseWorld;
  /** Path in the first kind whose values are the strata. */
  strata: string;
  /** When the server said how much there is. */
  asked: string;
  /** Units drawn: people, documents or, of pages, documents on them. */
  units: number;
  seed: string;
}

/** What was written, for the proof. */
export interface Drawn {
  /** Hex SHA-256 by file, in the order written. */
  hashes: Map<string, string>;
  people: number;
  documents: number;
  /** Lines that no reader can take for a document. */
  broken: number;
}

/** A design at work on one world. */
export interface Selection {
  /** Names of the files that a line goes to. */
  filesOf: (line: BaseLine) => string[];
  proof: (drawn: Drawn) => Partial<Proof>;
  /** People come with everything of theirs. */
  whole: boolean;
}

/** Lines of a page. */
const PAGE = 200;

/** What each design that draws out of everything takes, and what shows it. */
export const SELECTIONS: Record<
  Exclude<Design, 'census' | 'srs-people' | 'presence'>,
  (source: DesignSource) => Selection
> = {
  'srs-records': drawRecords,
  cluster: drawPages,
  stratified: drawStrata,
  'two-captures': captureTwice,
  'first-n': (source) => ({ ...firstLines(source.units), proof: () => ({}) }),
  'truncated-scroll': halfScroll,
  'own-accounts': ownAccounts,
};

/** Everybody's id and stratum, in the order of the first file. */
function accountsOf(whole: BaseWorld, strata = ''): { user: string; stratum: string }[] {
  const all = new Map<string, string>();
  for (const line of baseLines(whole)) {
    if (line.kind.index > 0) break;
    if (line.broken === null) all.set(personOfLine(line), strata === '' ? '' : textAt(line, strata));
  }
  return [...all].map(([user, stratum]) => ({ user, stratum }));
}

/** Largest of the `count` smallest ranks. */
function thresholdOf(ranks: number[], count: number): number {
  return [...ranks].sort((a, b) => a - b)[Math.min(count, ranks.length) - 1] ?? 0;
}

function people(taken: ReadonlySet<string>): Selection['filesOf'] {
  return (line) => (line.broken === null && taken.has(personOfLine(line)) ? [line.file] : []);
}

/** Each document with the id that the server gave it, which is what is drawn. */
function drawRecords({ whole, units, seed }: DesignSource): Selection {
  const rank = ranker(seed);
  const ranks = [...baseLines(whole)]
    .filter(({ broken }) => broken === null)
    .map((line) => rank(textAt(line, '_id')));
  const threshold = thresholdOf(ranks, units);
  return {
    whole: false,
    filesOf: (line) =>
      line.broken === null && rank(textAt(line, '_id')) <= threshold
        ? [line.file.replace('.dump.json', '.ndjson')]
        : [],
    proof: ({ documents }) => ({
      unit: 'documents',
      key: 'record_id',
      drawn: documents,
      population: { value: ranks.length, source: 'the generator’s own count of documents' },
      draw: { rule: 'lowest-rank', seed, threshold },
    }),
  };
}

/** Pages of about so many documents, each a file, as a server spreads them by a hash; broken lines are on them as they are. */
function drawPages({ whole, units, seed }: DesignSource): Selection {
  const rank = ranker(seed);
  const spread = ranker(`${seed}, pages`);
  const lines = linesOf(whole);
  const pages = Array.from({ length: Math.ceil(lines / PAGE) }, (_, id) => id);
  const ranks = pages.map((id) => rank(String(id)));
  const threshold = thresholdOf(ranks, Math.max(1, Math.round(units / PAGE)));
  const taken = pages.filter((id) => (ranks[id] ?? Infinity) <= threshold);
  const nameOf = (id: number) => `page-${String(id).padStart(7, '0')}.ndjson`;
  const names = new Map(taken.map((id) => [id, nameOf(id)]));
  return {
    whole: false,
    filesOf: ({ file, line }) => [names.get(spread(`${file} ${line}`) % pages.length) ?? []].flat(),
    proof: ({ hashes }) => ({
      unit: 'documents',
      key: null,
      drawn: taken.length,
      population: { value: lines, source: 'the generator’s own count of documents, readable or not' },
      draw: { rule: 'lowest-rank', seed, threshold },
      clusters: {
        frame: { value: pages.length, source: `all lines of the world, about ${PAGE} a page` },
        by: 'part',
        list: taken.map((id) => ({ id, sha256: hashes.get(nameOf(id)) ?? '' })),
      },
    }),
  };
}

/** As many people of each stratum, and of those without one. */
function drawStrata({ whole, units, seed, strata }: DesignSource): Selection {
  const rank = ranker(seed);
  const ranksBy = new Map<string, number[]>();
  const all = accountsOf(whole, strata);
  for (const { user, stratum } of all) {
    const ranks = ranksBy.get(stratum) ?? [];
    ranks.push(rank(user));
    ranksBy.set(stratum, ranks);
  }
  const each = Math.max(1, Math.floor(units / ranksBy.size));
  const list = [...ranksBy].sort().map(([value, ranks]) => {
    return {
      value,
      population: ranks.length,
      drawn: Math.min(each, ranks.length),
      threshold: thresholdOf(ranks, each),
    };
  });
  const thresholds = new Map(list.map(({ value, threshold }) => [value, threshold]));
  const taken = all.filter(({ user, stratum }) => rank(user) <= (thresholds.get(stratum) ?? -1));
  return {
    whole: true,
    filesOf: people(new Set(taken.map(({ user }) => user))),
    proof: () => ({
      unit: 'people.accounts',
      drawn: taken.length,
      draw: { rule: 'lowest-rank', seed, threshold: Math.max(...thresholds.values()) },
      strata: { path: strata, list },
    }),
  };
}

/** The first accounts in the order of the server, and a random draw of as many: some people are in both. */
function captureTwice({ whole, units, seed }: DesignSource): Selection {
  const rank = ranker(seed);
  const all = accountsOf(whole).map(({ user }) => user);
  const half = Math.max(1, Math.floor(units / 2));
  const threshold = thresholdOf(all.map(rank), half);
  const [first, random] = [
    new Set(all.slice(0, half)),
    new Set(all.filter((user) => rank(user) <= threshold)),
  ];
  return {
    whole: true,
    filesOf(line) {
      if (line.broken !== null) return [];
      const user = personOfLine(line);
      const names = [
        first.has(user) ? `first-${line.file}` : [],
        random.has(user) ? `random-${line.file}` : [],
      ];
      return names.flat();
    },
    proof({ hashes, people: drawn }) {
      const parts = (start: string) =>
        [...hashes].filter(([name]) => name.startsWith(start)).map(([, sha256]) => sha256);
      return {
        unit: 'people.accounts',
        drawn,
        population: { value: null, source: 'not known: two captures estimate it' },
        captures: {
          list: [
            { how: 'the first accounts in the order of the server', parts: parts('first-'), draw: null },
            {
              how: 'drawn by keyed rank',
              parts: parts('random-'),
              draw: { rule: 'lowest-rank', seed, threshold },
            },
          ],
          independence: 'whoever is drawn by rank does not depend on the order of the server',
        },
      };
    },
  };
}

function firstLines(lines: number): Omit<Selection, 'proof'> {
  return { whole: false, filesOf: ({ file, place }) => (place < lines ? [file] : []) };
}

/** Half of everything, then the scroll broke off; the server had said how much there is. */
function halfScroll({ whole, asked }: DesignSource): Selection {
  const lines = linesOf(whole);
  const total = {
    value: lines,
    source: 'what the server said before the scroll',
    at: asked,
  };
  return { ...firstLines(Math.floor(lines / 2)), proof: () => ({ total }) };
}

/** Accounts that somebody has reasons to look for; nothing makes them a picture of the others. */
function ownAccounts({ whole, units, seed }: DesignSource): Selection {
  const rank = ranker(`${seed}, own accounts`);
  const all = accountsOf(whole).map(({ user }) => user);
  const threshold = thresholdOf(all.map(rank), units);
  return {
    whole: true,
    filesOf: people(new Set(all.filter((user) => rank(user) <= threshold))),
    proof: () => ({}),
  };
}

/** Lines of all files. */
function linesOf({ made: { truth } }: BaseWorld): number {
  return truth.files.reduce((sum, file) => sum + file.documents + file.broken.length, 0);
}
