import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../contract/case';
import { AnalysisError } from '../contract/errors';
import type { OnProgress } from '../contract/progress';

/** People of a world with `quick`: enough for every verdict word, in seconds. */
const QUICK_PEOPLE = 24_000;

/** How a world is wanted. */
export interface WorldWish {
  /** People of the population; defaults to the first that the case states. */
  population?: number | null | undefined;
  /** People drawn from it and written; defaults to `share` of them. */
  people?: number | null | undefined;
  /** 24,000 people where nobody says how many. */
  quick?: boolean | undefined;
  /** Of the draw; defaults to the case's own. */
  seed?: string | null | undefined;
  /** Share of the population that is written where nobody says how many; defaults to 1. */
  share?: number;
  onProgress?: OnProgress | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * What a world of a case is made from.
 *
 * @throws WORLD_UNKNOWN with the names of those there are
 */
export function worldOptions(caseFolder: Case, world: string, wish: WorldWish) {
  const { worlds, populations, seed } = caseFolder.file;
  const parametersFile = join(caseFolder.dir, 'worlds', `${world}.yaml`);
  if (!worlds.includes(world) || !existsSync(parametersFile))
    throw new AnalysisError('WORLD_UNKNOWN', { argument: world, known: worlds.join(', ') });
  const population = wish.population ?? populations[0]?.value ?? 0;
  const people = wish.people ?? (wish.quick ? QUICK_PEOPLE : Math.ceil(population * (wish.share ?? 1)));
  return {
    case: caseFolder.name,
    population,
    world,
    parametersFile,
    people: Math.min(population, people),
    seed: wish.seed ?? seed,
    onProgress: wish.onProgress,
    signal: wish.signal,
  };
}
