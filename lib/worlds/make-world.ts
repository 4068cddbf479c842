import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { OnProgress } from '../contract/progress';
import type { Truth } from '../contract/truth';
import { checkPossible } from './check-possible';
import { worldParameters } from './load-parameters';
import { Making } from './making';
import { overlapMeasures, secondDatabase } from './second-database';
import { swapIn } from './swap-in';
import { withLogs } from './with-logs';
import type { WorldParameters } from './world-parameters';
import type { WorldFormat } from './world-format';

/** What a world is made from. */
export interface WorldOptions {
  /** Name of the case, for the truth file. */
  case: string;
  /** People of the world, 1 to 2^28. */
  population: number;
  /** Name of the world, for the truth file and errors. */
  world: string;
  /** YAML of {@link WorldParameters}. */
  parametersFile: string;
  /** People written: those with the smallest keyed rank. */
  people: number;
  seed: string;
  /** Folder that the world becomes; an older world there is replaced. */
  out: string;
  /** How documents are written; defaults to NDJSON. */
  format?: WorldFormat;
  /** Request and event documents a person, on average, heavy-tailed; defaults to what the parameters say. */
  logs?: number;
  /** Also makes the second database that the parameters describe, in the folder `second` of the world's. */
  second?: boolean;
  /** Only one part of those people's documents: part `index`, from 1, of `of` parts. */
  shard?: { index: number; of: number } | undefined;
  /** Threads that make it; what they make is the same for any number. Defaults to one a processor, 8 at most. */
  threads?: number;
  onProgress?: OnProgress | undefined;
  signal?: AbortSignal | undefined;
}

/** A world on disk. */
export interface WorldMade {
  dir: string;
  /** The documents, one file a kind. */
  files: string[];
  truth: Truth;
  truthFile: string;
  proofFile: string;
}

/** Folder of the second database, in the world's. */
export const SECOND = 'second';

/** Name of a world's truth file. */
export const TRUTH_FILE = 'truth.json';
/** Name of the proof of a world's draw. */
export const PROOF_FILE = 'proof.json';

/**
 * Makes a synthetic exposure with known truth: one file a kind, `truth.json` and `proof.json`. The same seed,
 * population and parameters give the same bytes; fewer people give a part of the same documents. It is written beside
 * `out` and renamed, so that nothing half-made ever has the final name.
 *
 * @throws CASE_INVALID with line and column, WORLD_IMPOSSIBLE, OUT_UNWRITABLE, DISK_FULL, INTERRUPTED
 */
export async function makeWorld(options: WorldOptions): Promise<WorldMade> {
  const given = withLogs(worldParameters(options.parametersFile), options);
  checkPossible(options.world, given, options.population, options);
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
  if (!wanted) return made(new Making(folder, given, world));
  if (!given.second) {
    const rule = 'its parameters describe no second database';
    throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: options.world, rule });
  }
  const wish = given.second;
  return made(new Making(folder, given, world), async ({ threshold }) => {
    const second = secondDatabase(wish, { size, seed, threshold });
    const beside = join(folder, SECOND);
    await mkdir(beside, { mode: 0o700 });
    const broken = given.broken.account ? { account: given.broken.account } : {};
    await made(new Making(beside, { ...given, broken, claims: {} }, { ...world, second }));
    return shard ? {} : overlapMeasures(second, { size, people });
  });
}

async function made(making: Making, more?: Parameters<Making['make']>[0]): Promise<Truth> {
  try {
    return await making.make(more);
  } finally {
    await making.close();
  }
}

/** A world that stands in a folder, given its truth. */
export function worldAt(dir: string, truth: Truth): WorldMade {
  const files = truth.files.map(({ name }) => join(dir, name));
  return { dir, files, truth, truthFile: join(dir, TRUTH_FILE), proofFile: join(dir, PROOF_FILE) };
}
