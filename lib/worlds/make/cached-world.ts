import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import type { Truth } from '../../contract/truth';
import { makeWorld } from './make-world';
import { worldParameters } from '../parameters/load-parameters';
import { TRUTH_FILE, worldAt, type WorldMade, type WorldOptions } from './world-options';

/** Raised whenever the same parameters would give other bytes; part of the cache path. */
const GENERATOR = 2;

/**
 * A world from the cache, made there if it is not: `worlds-2/DIGEST/`, where the digest is of everything that decides
 * the bytes (generator, case, world, population, people, seed and parameters, not where they lie).
 *
 * @throws what {@link makeWorld} throws; CACHE_UNWRITABLE
 */
export async function cachedWorld(
  options: Omit<WorldOptions, 'out'>,
  cacheFolder: string,
): Promise<WorldMade> {
  const { case: name, world, population, people, seed } = options;
  const decides = [GENERATOR, name, world, population, people, seed, worldParameters(options.parametersFile)];
  const digest = createHash('sha256').update(JSON.stringify(decides)).digest('hex').slice(0, 32);
  const folder = join(cacheFolder, `worlds-${GENERATOR}`);
  const dir = join(folder, digest);
  const truth = await readTruth(join(dir, TRUTH_FILE));
  if (truth) {
    const now = new Date();
    await utimes(dir, now, now).catch(() => undefined);
    options.onProgress?.({ step: 'world', done: people, total: people, unit: 'people' });
    return worldAt(dir, truth);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {
    throw new AnalysisError('CACHE_UNWRITABLE', { argument: cacheFolder });
  });
  await sweep(folder);
  return makeWorld({ ...options, out: dir });
}

/** Removes what runs that were killed left half-made. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const writer = /\.(\d+)-\w+\.(partial|old)$/.exec(name)?.[1];
    if (writer !== undefined && !isAlive(Number(writer)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(writer: number): boolean {
  try {
    return process.kill(writer, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readTruth(file: string): Promise<Truth | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Truth;
  } catch {
    return null;
  }
}
