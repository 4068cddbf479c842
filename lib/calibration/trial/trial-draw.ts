import type { Drawn } from '../../contract/drawn';
import { ranker, RANK_SPACE } from '../../contract/rank';
import type { Proof } from '../../contract/truth';
import { randomsOf } from '../../testing/randoms-of';
import type { Hostile } from './hostile';
import { type TrialDocument, type TrialWorld } from './trial-world';

/** What is shown of a world: files, and what is said of how they were drawn. */
export interface TrialDraw {
  files: { name: string; documents: TrialDocument[] }[];
  asked: Drawn;
  /** `PART-0` stands for the hash of the first file. */
  proof: Proof | null;
  /** People in the population, as the user types it. */
  typed: number | null;
}

type Files = TrialDraw['files'];

const AT = '2021-03-09';
const share = (part: number) => Math.floor(RANK_SPACE * part);

/** Draws from a world as a design does, honestly. */
export function trialDraw(world: TrialWorld, design: Drawn, hostile: Hostile): TrialDraw {
  const draw = drawnAs(design, world, hostile);
  return draw.proof ? { ...draw, proof: { ...draw.proof, documents: documentsOf(draw.files) } } : draw;
}

function documentsOf(files: TrialDraw['files']): number {
  return files.reduce((sum, { documents }) => sum + documents.length, 0);
}

function drawnAs(design: Drawn, world: TrialWorld, hostile: Hostile): TrialDraw {
  const random = randomsOf(world.seed + 5);
  const seed = `draw-${world.seed}`;
  const rank = ranker(seed);
  const base: Proof = {
    schema: 'breachscope/proof@2',
    kind: design,
    unit: 'people.accounts',
    key: 'user_id',
    drawn: 0,
    total: null,
    population: { value: world.keys.length, source: 'the list of accounts' },
    draw: null,
  };
  const { documents } = world;
  const people = (drawn: ReadonlySet<number>) => tables(documents.filter(({ person }) => drawn.has(person)));
  const everybody = world.keys.map((_, i) => i);
  const below = (threshold: number, of = everybody) =>
    new Set(of.filter((i) => rank(world.keys[i] ?? '') <= threshold));
  const typed = random() < 0.5 ? world.keys.length : null;
  const part = 0.2 + 0.3 * random();
  switch (design) {
    case 'census':
      return {
        files: tables(documents),
        asked: design,
        typed: null,
        proof: {
          ...base,
          drawn: world.keys.length,
          total: { value: documents.length, source: 'the server', at: AT },
        },
      };
    case 'census-claimed':
      return { files: tables(documents), asked: design, proof: null, typed };
    case 'srs-people': {
      const threshold = share(part);
      const drawn = below(threshold);
      return {
        files: people(drawn),
        asked: design,
        typed: null,
        proof: { ...base, drawn: drawn.size, draw: { rule: 'lowest-rank', seed, threshold } },
      };
    }
    case 'srs-records': {
      const threshold = share(part);
      const drawn = documents.filter(({ row }) => rank(String(row['record_id'])) <= threshold);
      const whole = Object.values(world.things).every(({ place }) => place === 'row');
      return {
        files: [{ name: 'rows', documents: drawn }],
        asked: design,
        typed: null,
        proof: {
          ...base,
          unit: 'documents',
          key: 'record_id',
          drawn: drawn.length,
          population: { value: documents.length, source: 'the server' },
          draw: { rule: 'lowest-rank', seed, threshold },
          ...(random() < 0.7 && { counts: { person: 'user_id', path: 'documents', whole } }),
        },
      };
    }
    case 'cluster': {
      const pages = pagesOf(documents, hostile.pages, random);
      const threshold = share(part);
      const ids = pages.flatMap((_, i) => (rank(String(i)) <= threshold ? [i] : []));
      const whole = Object.values(world.things).every(({ place }) => place === 'row');
      return {
        files: [{ name: 'pages', documents: ids.flatMap((id) => pages[id] ?? []) }],
        asked: design,
        typed: null,
        proof: {
          ...base,
          unit: 'documents',
          key: null,
          drawn: ids.length,
          population: { value: documents.length, source: 'the server' },
          draw: { rule: 'lowest-rank', seed, threshold },
          clusters: {
            frame: { value: pages.length, source: 'the server' },
            by: 'line',
            list: ids.map((id) => ({ id, lines: pages[id]?.length ?? 0 })),
          },
          ...(random() < 0.6 && { counts: { person: 'user_id', path: 'documents', whole } }),
        },
      };
    }
    case 'stratified': {
      const shares: Record<string, number> = {
        north: part,
        south: Math.min(1, 1.5 * part),
        east: part / 1.5,
      };
      const list = Object.entries(shares).map(([value, own]) => {
        const of = everybody.filter((i) => world.regions[i] === value);
        const threshold = share(own);
        return { value, of, drawn: below(threshold, of), threshold };
      });
      const drawn = new Set(list.flatMap((stratum) => [...stratum.drawn]));
      return {
        files: people(drawn),
        asked: design,
        typed: null,
        proof: {
          ...base,
          drawn: drawn.size,
          draw: { rule: 'lowest-rank', seed, threshold: share(Math.min(1, 1.5 * part)) },
          strata: {
            path: 'region',
            list: list.map((row) => ({
              value: row.value,
              population: row.of.length,
              drawn: row.drawn.size,
              threshold: row.threshold,
            })),
          },
        },
      };
    }
    case 'two-captures': {
      const rows = documents.filter(({ table }) => table === 'rows');
      const first = new Set(everybody.slice(0, Math.ceil(part * everybody.length)));
      const threshold = share(part);
      const second = below(threshold);
      const of = (drawn: ReadonlySet<number>) => rows.filter(({ person }) => drawn.has(person));
      const draw = { rule: 'lowest-rank' as const, seed, threshold };
      const isRandom = random() < 0.7;
      return {
        files: [
          { name: 'first', documents: of(first) },
          { name: 'second', documents: of(second) },
        ],
        asked: design,
        typed: null,
        proof: {
          ...base,
          drawn: new Set([...first, ...second]).size,
          population: { value: null, source: 'nobody knows' },
          draw,
          captures: {
            list: [
              { how: 'the first part', parts: ['PART-0'], draw: null },
              {
                how: isRandom ? 'by rank' : 'another download',
                parts: ['PART-1'],
                draw: isRandom ? draw : null,
              },
            ],
            independence: 'the seed was fixed before',
          },
        },
      };
    }
    case 'first-n':
      return {
        files: tables(documents.slice(0, Math.floor(part * documents.length))),
        asked: design,
        proof: null,
        typed,
      };
    case 'truncated-scroll': {
      const half = documents.slice(0, Math.floor((0.3 + 0.6 * random()) * documents.length));
      const proof: Proof = { ...base, key: 'user_id', drawn: new Set(half.map(({ person }) => person)).size };
      return { files: tables(half), asked: design, proof: random() < 0.5 ? proof : null, typed };
    }
    case 'own-accounts': {
      const own = new Set(everybody.filter(() => random() < 0.01));
      own.add(0);
      return { files: people(own), asked: design, proof: null, typed };
    }
    case 'unknown':
      return { files: tables(documents.filter(() => random() < 0.6)), asked: design, proof: null, typed };
  }
}

/** A file for each table, the rows first. */
function tables(documents: TrialDocument[]): Files {
  const names = [...new Set(['rows', ...documents.map(({ table }) => table)])];
  return names.map((name) => ({ name, documents: documents.filter(({ table }) => table === name) }));
}

/** Pages that follow each other: all alike, or few with most of the documents. */
function pagesOf(
  documents: TrialDocument[],
  sizes: Hostile['pages'],
  random: () => number,
): TrialDocument[][] {
  const frame = Math.max(60, Math.round(documents.length / 25));
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const weights = Array.from({ length: frame }, (_, i) => {
    if (sizes === 'lognormal') return Math.exp(1.2 * normal());
    if (sizes === 'pareto') return (1 - random()) ** (-1 / 1.2);
    return sizes === 'giant' && i === Math.floor(frame * 0.6) ? frame : 1;
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let [at, from] = [0, 0];
  return weights.map((weight) => {
    at += (weight / sum) * documents.length;
    const page = documents.slice(from, Math.round(at));
    from = Math.round(at);
    return page;
  });
}
