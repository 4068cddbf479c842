import type { Case } from '../contract/case';
import { cacheFolder } from '../records/store/cache-folder';
import { cachedWorld } from '../worlds/make/cached-world';
import { type Analysis, analyse } from './analyse';
import { worldOptions, type WorldWish } from './world-options';

/** One world of a case, taken through the house. */
export interface WorldRun extends Analysis {
  world: string;
}

/** Which worlds are run, and how each is made. */
export interface RunWorldsOptions extends Omit<WorldWish, 'share'> {
  /** Only this one; defaults to all of the case. */
  world?: string | null | undefined;
  /** `truth`: each world's truth file answers the looks that a person would have to give; defaults to nobody. */
  answers?: 'truth' | undefined;
  /** Keeps the working copies beyond seven days without use; defaults to false. */
  keep?: boolean | undefined;
}

/** Share of the people that is drawn for the worlds that are not taken whole: the case says which are. */
const OTHER_WORLDS = 0.1;

/**
 * Makes, or takes from the cache, the worlds of a case, the default one first, and takes each through the house. The
 * first one's document says what the claims come to in each of several.
 *
 * @throws WORLD_UNKNOWN; what `makeWorld` and `analyse` throw
 */
export async function runWorlds(
  caseFolder: Case,
  options: RunWorldsOptions = {},
): Promise<[WorldRun, ...WorldRun[]]> {
  const { worlds, defaultWorld, wholeWorlds = [] } = caseFolder.file;
  const asked = options.world ?? defaultWorld;
  const whole = [asked, ...wholeWorlds];
  const runOne = async (world: string): Promise<WorldRun> => {
    const wish = { ...options, share: whole.includes(world) ? 1 : OTHER_WORLDS };
    const made = await cachedWorld(worldOptions(caseFolder, world, wish), cacheFolder());
    const analysis = await analyse({
      files: made.files,
      case: caseFolder,
      proofFile: made.proofFile,
      truthFile: made.truthFile,
      answers: options.answers,
      label: `synthetic world “${world}”`,
      keep: options.keep,
      onProgress: options.onProgress,
      signal: options.signal,
    });
    return { ...analysis, world };
  };
  const first = await runOne(asked);
  if (options.world) return [first];
  const runs: [WorldRun, ...WorldRun[]] = [first];
  for (const world of worlds) if (world !== defaultWorld) runs.push(await runOne(world));
  if (runs.length > 1)
    first.results.worlds = runs.map(({ world, results: { claims } }) => ({
      world,
      verdicts: Object.fromEntries(claims.flatMap(({ id, verdict }) => (verdict ? [[id, verdict]] : []))),
    }));
  return runs;
}
