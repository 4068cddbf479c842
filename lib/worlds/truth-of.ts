import { isDeepStrictEqual } from 'node:util';
import type { Truth } from '../contract/truth';
import type { ColumnCounts } from './column';
import type { PeopleDraw } from './draw-people';
import type { KeySets } from './key-sets';
import { pairsAmong } from './links';
import type { WorldOptions } from './make-world';
import type { Kind } from './paths';
import type { Population } from './population';
import { addCounts, type TallyCounts } from './tally';
import type { FileWritten } from './world-files';
import { isTable, type WorldFormat } from './world-format';
import { measuresOf, withoutPlanted } from './world-measures';
import type { WorldParameters } from './world-parameters';
import type { WorldPath } from './world-paths';
import { columnSet, tallySet, type Account, type Counted } from './workshop';

/** Everything that was counted while a world was made. */
export interface WorldCounts {
  options: WorldOptions;
  given: WorldParameters;
  people: Population;
  format: WorldFormat;
  paths: WorldPath[];
  sets: KeySets;
  accounts: Account[];
  /** null: everybody. */
  draw: PeopleDraw | null;
  /** Who was written is the population, which was not counted apart. */
  alone: boolean;
  /** Kinds that have a file. */
  kinds: readonly Kind[];
}

/** The truth of a world, or of the part that was written. */
export function truthOf(counts: WorldCounts, files: Record<Kind, FileWritten>, people: number): Truth {
  const { case: name, world, seed, population, shard } = counts.options;
  const written = tallied(counts, 'written');
  const everybody = counts.alone ? written : tallied(counts, 'population');
  const measures = bothOf(counts, everybody, written);
  const genuine = bothOf(counts, withoutPlanted(everybody), withoutPlanted(written));
  return {
    schema: 'breachscope/truth@1',
    case: name,
    world,
    seed,
    population,
    people,
    ...(shard && { shard }),
    files: counts.kinds.map((kind) => fileOf(files[kind], kind, { written, format: counts.format })),
    measures,
    fields: fieldsOf(counts, written),
    known: {
      ...knownPeople(counts, written),
      planted: counts.kinds.flatMap((kind) =>
        files[kind].planted.map((place) => ({ file: files[kind].name, ...place })),
      ),
      genuine: Object.fromEntries(
        Object.entries(genuine).filter(([id, measure]) => !isDeepStrictEqual(measure, measures[id])),
      ),
    },
    claims: counts.given.claims,
    draw: drawRule(counts),
  };
}

/** The counts of some people, from all threads. */
export function tallied({ accounts }: WorldCounts, whom: Counted): TallyCounts {
  return addCounts(accounts.map(({ tallies }) => tallies[whom]));
}

/** The rule by which people were drawn; null for everybody. */
export function drawRule({ draw, options }: WorldCounts): Truth['draw'] {
  return draw && { rule: 'lowest-rank', seed: options.seed, threshold: draw.threshold };
}

function fileOf(
  { name, sha256, text, broken }: FileWritten,
  kind: Kind,
  { written, format }: { written: TallyCounts; format: WorldFormat },
): Truth['files'][0] {
  const documents = written.documents[kind];
  return {
    name,
    sha256,
    ...(text !== null && { textSha256: text }),
    documents,
    kinds: documents > 0 ? { [kind]: documents } : {},
    ...(format.name === 'es-bulk' && {
      actionLines: documents + broken.length,
      deleted: written.deletions[kind],
    }),
    broken,
  };
}

/** Accounts that belong together, and those that the company made itself. */
function knownPeople(
  { people }: WorldCounts,
  written: TallyCounts,
): Pick<NonNullable<Truth['known']>, 'links' | 'staff'> {
  const id = (person: number) => people.ids.of(person).toString('latin1');
  return {
    links: pairsAmong(people, written.linked).map(({ accounts: [one, other], ...pair }) => ({
      accounts: [id(one), id(other)],
      ...pair,
    })),
    staff: written.staff.map(id),
  };
}

/** Measures of everybody and of those written. */
function bothOf(counts: WorldCounts, everybody: TallyCounts, written: TallyCounts): Truth['measures'] {
  const inFile = measuresFor(counts, 'written', written);
  const inAll = counts.alone ? inFile : measuresFor(counts, 'population', everybody);
  return Object.fromEntries(
    Object.entries(inFile).map(([id, file]) => [id, { population: inAll[id] ?? null, file }]),
  );
}

function measuresFor(
  { given, paths, sets, people }: WorldCounts,
  whom: Counted,
  counts: TallyCounts,
): Record<string, number> {
  return measuresOf(counts, {
    given,
    paths,
    pairs: pairsAmong(people, counts.linked),
    different: (...names) => sets.count(...names.map((set) => tallySet(whom, set))),
  });
}

/** The inventory as the writers counted it; a path that nobody has is no row, but a table's columns are in every row. */
function fieldsOf({ paths, accounts, sets, format }: WorldCounts, written: TallyCounts): Truth['fields'] {
  return paths.flatMap(({ kind, path, category }) => {
    const sum = (of: keyof ColumnCounts) =>
      accounts.reduce((total, { columns }) => total + (columns[kind][path]?.[of] ?? 0), 0);
    const table = isTable(format);
    const present = table ? written.documents[kind] : sum('present');
    if (present === 0) return [];
    const values = table ? present : sum('values');
    const distinct = sum('each') + sets.count(columnSet(kind, path));
    return [{ kind, path, present, filled: sum('filled'), values, distinct, category }];
  });
}
