import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import type { Truth } from '../../contract/truth';
import { swapIn } from '../files/swap-in';
import { checkPossible } from '../parameters/check-possible';
import { worldParameters } from '../parameters/load-parameters';
import { withLogs } from '../parameters/log-volume';
import type { WorldParameters } from '../parameters/world-parameters';
import { populationOf } from '../population/population';
import { overlapTruth, secondDatabase } from './second-database';
import { WorldBuilder } from './world-builder';
import { worldAt, type WorldMade, type WorldOptions } from './world-options';

/** Folder of the second database, in the world's. */
export const SECOND = 'second';

/**
 * Makes a synthetic exposure with known truth: one file a kind, `truth.json` and `proof.json`. The same seed,
 * population and parameters give the same bytes; fewer people give a part of the same documents. It is written beside
 * `out` and renamed, so that nothing half-made ever has the final name.
 *
 * @throws CASE_INVALID with line and column, WORLD_IMPOSSIBLE, OUT_UNWRITABLE, DISK_FULL, INTERRUPTED
 * @example makeWorld({ case: 'wyze-2019', world: 'mixed', parametersFile: 'worlds/mixed.yaml', population: 400_000, people: 20, seed: '1', out: 'world' }).then(({ truth }) => truth.world) // 'mixed'
 */
export async function makeWorld(options: WorldOptions): Promise<WorldMade> {
  const given = withLogs(worldParameters(options.parametersFile), options);
  checkPossible(options.world, given, options);
  const truth = await swapIn(options.out, async (folder) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return make(folder, given, options);
  });
  return worldAt(options.out, truth);
}

/** Makes the world, and beside it the second database where it is wanted. */
async function make(folder: string, given: WorldParameters, options: WorldOptions): Promise<Truth> {
  const { second: wanted = false, population: size, people, seed, shard, ...rest } = options;
  const world = { ...rest, population: size, people, seed, ...(shard && { shard }) };
  if (!wanted) return made(new WorldBuilder(folder, given, world));
  if (!given.second) {
    const rule = 'its parameters describe no second database';
    throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: options.world, rule });
  }
  const wish = given.second;
  return made(new WorldBuilder(folder, given, world), async ({ threshold }) => {
    const second = secondDatabase(wish, populationOf(size, given, seed), { seed, threshold });
    const beside = join(folder, SECOND);
    await mkdir(beside, { mode: 0o700 });
    await made(new WorldBuilder(beside, firstKindAlone(given), { ...world, second }));
    return shard ? {} : overlapTruth(second, { size, people });
  });
}

async function made(builder: WorldBuilder, more?: Parameters<WorldBuilder['make']>[0]): Promise<Truth> {
  try {
    return await builder.make(more);
  } finally {
    await builder.close();
  }
}

/** The parameters of the second database: broken lines of the first kind alone, and it decides no claim. */
function firstKindAlone(given: WorldParameters): WorldParameters {
  const [first = ''] = Object.keys(given.kinds);
  const codes = given.broken.lines[first];
  return { ...given, broken: { ...given.broken, lines: codes ? { [first]: codes } : {} }, claims: {} };
}
