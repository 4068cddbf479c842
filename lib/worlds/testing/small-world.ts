import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeWorld, type WorldMade } from '../make-world';
import { WYZE } from '../../testing/repository';

/** The case's worlds. */
export const WORLDS = ['researcher', 'vendor', 'mixed'] as const;

/** Folder of the parameters of the case's worlds. */
export const PARAMETERS = join(WYZE, 'worlds');

/** The case's parameters with counts that fit a small population and with more of every mess; gives the file. */
export function smallParameters(folder: string, world: string, more = ''): string {
  const file = join(folder, `${world}.yaml`);
  writeFileSync(
    file,
    `extends: ${JSON.stringify(join(PARAMETERS, `${world}.yaml`))}
accounts: { thirdPartyTokens: 40, emailDotted: 0.1, emailTagged: 0.1, staff: 20, duplicates: 0.05, nameOdd: 0.05,
  emailBlank: 0.02, emailNull: 0.02, rare: { name: locale, from: 0.9, share: 0.2, values: [en_US, en_GB] } }
pairs: { address: 25, mailbox: 20, device: 30, household: 40 }
shares: { addressesWithoutAccount: [500, 200, 50], withAccounts: 0.05 }
scale: { testers: 12, planted: 3 }
broken: { account: [SYNTAX, NOT_UTF8, CONTROL_CHARACTER, BAD_ESCAPE, TOO_DEEP], scale: [SYNTAX] }
${more}`,
  );
  return file;
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
