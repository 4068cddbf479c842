import { isDeepStrictEqual } from 'node:util';
import type { Truth } from '../../contract/truth';
import type { KeySets } from '../distinct/key-sets';
import type { ColumnCounts } from '../documents/column';
import { isTable, type WorldFormat } from '../documents/world-format';
import type { FileWritten } from '../files/world-files';
import { pairsAmong } from '../population/pairs';
import type { KindPlan, Population } from '../population/population-plan';
import type { PeopleDraw } from '../workers/draw-people';
import { columnSet, countedSet, type Counted, type Counts } from '../workers/person-batch';
import { addCounts, type PeopleCounts } from '../workers/person-counter';
import { measuresOf, withoutPlanted } from './world-measures';

/** Everything that was counted while a world was made. */
export interface WorldCounts {
  /** What the truth repeats of what was asked for. */
  asked: Pick<Truth, 'case' | 'world' | 'seed' | 'population' | 'shard'> & { people: number };
  population: Population;
  format: WorldFormat;
  sets: KeySets;
  /** By thread. */
  counts: Counts[];
  /** null: everybody. */
  draw: PeopleDraw | null;
  /** Who was written is the population, which was not counted apart. */
  alone: boolean;
  /** Kinds that have a file. */
  kinds: readonly KindPlan[];
}

/** The truth of a world, or of the part that was written. */
export function truthOf(counts: WorldCounts, files: FileWritten[], people: number): Truth {
  const { case: name, world, seed, population, shard } = counts.asked;
  const written = countsOf(counts, 'written');
  const everybody = counts.alone ? written : countsOf(counts, 'population');
  const measures = bothOf(counts, everybody, written);
  const genuine = bothOf(
    counts,
    withoutPlanted(everybody, counts.population),
    withoutPlanted(written, counts.population),
  );
  return {
    schema: 'breachscope/truth@1',
    case: name,
    world,
    seed,
    population,
    people,
    ...(shard && { shard }),
    files: counts.kinds.flatMap((kind) => {
      const file = files[kind.index];
      return file ? [fileOf(file, kind, { written, format: counts.format })] : [];
    }),
    measures,
    fields: fieldsOf(counts, written),
    known: {
      ...knownPeople(counts, written),
      planted: files.flatMap(({ name: file, planted }) => planted.map((place) => ({ file, ...place }))),
      genuine: Object.fromEntries(
        Object.entries(genuine).filter(([id, measure]) => !isDeepStrictEqual(measure, measures[id])),
      ),
    },
    claims: counts.population.given.claims,
    draw: drawRule(counts),
  };
}

/** The counts of some people, from all threads. */
export function countsOf({ counts }: WorldCounts, whom: Counted): PeopleCounts {
  return addCounts(counts.map(({ people }) => people[whom]));
}

/** The rule by which people were drawn; null for everybody. */
export function drawRule({ draw, asked }: WorldCounts): Truth['draw'] {
  return draw && { rule: 'lowest-rank', seed: asked.seed, threshold: draw.threshold };
}

function fileOf(
  { name, sha256, text, broken }: FileWritten,
  { name: kind, index }: KindPlan,
  { written, format }: { written: PeopleCounts; format: WorldFormat },
): Truth['files'][0] {
  const documents = written.documents[index] ?? 0;
  return {
    name,
    sha256,
    ...(text !== null && { textSha256: text }),
    documents,
    kinds: documents > 0 ? { [kind]: documents } : {},
    ...(format.name === 'es-bulk' && {
      actionLines: documents + broken.length,
      deleted: written.deletions[index] ?? 0,
    }),
    broken,
  };
}

/** Accounts that belong together, and those that the company made itself. */
function knownPeople(
  { population }: WorldCounts,
  written: PeopleCounts,
): Pick<NonNullable<Truth['known']>, 'links' | 'staff'> {
  const id = (person: number) => population.ids.text(person);
  return {
    links: pairsAmong(population, written.paired).map(({ people: [one, other], ...pair }) => ({
      accounts: [id(one), id(other)],
      ...pair,
    })),
    staff: written.staff.map(id),
  };
}

/** Measures of everybody and of those written. */
function bothOf(counts: WorldCounts, everybody: PeopleCounts, written: PeopleCounts): Truth['measures'] {
  const inFile = measuresFor(counts, 'written', written);
  const inAll = counts.alone ? inFile : measuresFor(counts, 'population', everybody);
  return Object.fromEntries(
    Object.entries(inFile).map(([id, file]) => [id, { population: inAll[id] ?? null, file }]),
  );
}

function measuresFor(
  { population, sets }: WorldCounts,
  whom: Counted,
  counts: PeopleCounts,
): Record<string, number> {
  return measuresOf(counts, {
    population,
    pairs: pairsAmong(population, counts.paired),
    different: (...names) => sets.count(...names.map((set) => countedSet(whom, set))),
  });
}

/** The inventory as the writers counted it; a path that nobody has is no row, but a table's columns are in every row. */
function fieldsOf({ population, counts, sets, format }: WorldCounts, written: PeopleCounts): Truth['fields'] {
  return population.kinds.flatMap(({ name: kind, index, columns }) =>
    columns.flatMap(({ path, category, index: column }) => {
      const sum = (of: keyof ColumnCounts) =>
        counts.reduce((total, each) => total + (each.columns[index]?.[column]?.[of] ?? 0), 0);
      const table = isTable(format);
      const present = table ? (written.documents[index] ?? 0) : sum('present');
      if (present === 0) return [];
      const values = table ? present : sum('values');
      const distinct = sum('each') + sets.count(columnSet(kind, path));
      return [{ kind, path, present, filled: sum('filled'), values, distinct, category }];
    }),
  );
}
