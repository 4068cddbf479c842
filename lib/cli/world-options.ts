import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../contract/case';
import { AnalysisError } from '../contract/errors';
import type { Arguments } from './arguments';
import type { Session } from '../study/session';

/** People of a world with `--quick`: enough for every verdict word, in seconds. */
const QUICK_PEOPLE = 24_000;

/** How a world is wanted. */
export interface WorldWish {
  args: Arguments;
  session: Session;
  /** Share of the population that is written where nobody says how many; defaults to everybody. */
  share?: number;
}

/**
 * What a world of a case is made from.
 *
 * @throws WORLD_UNKNOWN with the names of those there are
 */
export function worldOptions(caseFolder: Case, world: string, { args, session, share = 1 }: WorldWish) {
  const known = caseFolder.file.worlds;
  const parametersFile = join(caseFolder.dir, 'worlds', `${world}.yaml`);
  if (!known.includes(world) || !existsSync(parametersFile)) {
    throw new AnalysisError('WORLD_UNKNOWN', { argument: world, known: known.join(', ') });
  }
  const population = args.population ?? caseFolder.file.populations[0]?.value ?? 0;
  return {
    case: caseFolder.name,
    population,
    world,
    parametersFile,
    people: Math.min(population, args.people ?? (args.quick ? QUICK_PEOPLE : Math.ceil(population * share))),
    seed: args.seed ?? caseFolder.file.seed,
    onProgress: session.onProgress,
    signal: session.signal,
  };
}
