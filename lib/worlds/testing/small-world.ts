import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeWorld } from '../make/make-world';
import type { ColumnParameters } from '../parameters/column-parameters';
import type {
  ActivityParameters,
  CatalogueParameters,
  WorldParameters,
} from '../parameters/world-parameters';
import type { WorldMade } from '../make/world-options';
import { WYZE } from '../../testing/repository';

/** The case's worlds. */
export const WORLDS = ['researcher', 'vendor', 'mixed'] as const;

/** Folder of the parameters of the case's worlds. */
export const PARAMETERS = join(WYZE, 'worlds');

/** The case's parameters with counts that fit a small population and with more of every mess; gives the file. */
export function smallParameters(folder: string, world: string, more = ''): string {
  const base = join(folder, `${world}-base.yaml`);
  writeFileSync(
    base,
    `extends: ${JSON.stringify(join(PARAMETERS, `${world}.yaml`))}
roles:
  testers: { people: 12 }
  planted weigh-ins: { people: 3 }
  token holders: { people: 40 }
  sharers: { people: 500 }
  staff: { people: 20 }
pairs: { address: 25, mailbox: 20, device: 30, household: 40 }
addresses: { dotted: 0.1, tagged: 0.1 }
kinds:
  account:
    repeat: { share: 0.05 }
    columns:
      email: { gaps: { blank: 0.02, missing: 0.02 } }
      nickname: { gaps: { odd: 0.05 } }
      locale: { of: [en_US, en_GB], only: { from: 0.9, share: 0.2 } }
  share: { count: { further: [200, 50], people: 0.05 } }
broken: { lines: { account: [SYNTAX, NOT_UTF8, CONTROL_CHARACTER, BAD_ESCAPE, TOO_DEEP], scale: [SYNTAX] } }
`,
  );
  const file = join(folder, `${world}.yaml`);
  writeFileSync(file, `extends: ${world}-base.yaml\n${more}`);
  return file;
}

/** Parameters of a column. */
export function columnOf(given: WorldParameters, kind: string, path: string): ColumnParameters {
  const column = given.kinds[kind]?.columns[path];
  if (!column) throw new RangeError(`${kind}.${path} is no column`);
  return column;
}

/** Share of the documents in which a column holds nothing. */
export function gapOf(
  given: WorldParameters,
  [kind, path]: [kind: string, path: string],
  gap: 'blank' | 'missing' | 'odd',
): number {
  return columnOf(given, kind, path).gaps?.[gap] ?? 0;
}

/** How often people have documents of a kind. */
export function activityOf(given: WorldParameters, kind: string): ActivityParameters {
  const count = given.kinds[kind]?.count;
  if (count?.by !== 'activity') throw new RangeError(`${kind} is not counted by activity`);
  return count;
}

/** Values of a column of choices, by weight. */
export function weightsOf(given: WorldParameters, kind: string, path: string) {
  const column = columnOf(given, kind, path);
  if (column.make !== 'choice') throw new RangeError(`${kind}.${path} is no choice`);
  return column.of.map((item) =>
    typeof item === 'string' ? { name: item, weight: 1 } : { ...item, name: String(item.name) },
  );
}

/** Models of the things of a kind. */
export function catalogueOf(given: WorldParameters, kind: string): CatalogueParameters {
  const catalogue = given.kinds[kind]?.catalogue;
  if (!catalogue) throw new RangeError(`${kind} has no catalogue`);
  return catalogue;
}

/** A census of a small population. */
export function smallWorld(
  folder: string,
  world: string,
  { people = 4_000, more = '', seed = 'test' } = {},
): Promise<WorldMade> {
  return makeWorld({
    case: 'wyze-2019',
    world,
    population: people,
    people,
    seed,
    parametersFile: smallParameters(folder, world, more),
    out: join(folder, `world-${world}-${people}`),
  });
}

/** A document: its paths (of an inner object, `outer.inner`) and values. */
export type Flat = Record<string, string | number | boolean | null>;

/** The readable documents of a world by file name without ending, in order; broken lines are left out. */
export function documentsOf(world: WorldMade): Record<string, Flat[]> {
  return Object.fromEntries(
    world.files.map((file) => {
      const broken = new Set(
        world.truth.files.find(({ name }) => name === basename(file))?.broken.map(({ line }) => line),
      );
      const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
      const documents = lines
        .filter((_, i) => !broken.has(i + 1))
        .map((line) => flat(JSON.parse(line) as object));
      return [basename(file, '.ndjson'), documents];
    }),
  );
}

function flat(document: object): Flat {
  const cells = Object.entries(document).flatMap(([key, value]): [string, Flat[string]][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value as Flat).map(([inner, held]) => [`${key}.${inner}`, held])
      : [[key, value as Flat[string]]],
  );
  return Object.fromEntries(cells);
}
