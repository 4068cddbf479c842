import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AnalysisError } from '../contract/errors';
import type { OnProgress } from '../contract/progress';
import type { Proof, Truth } from '../contract/truth';
import { checkPossible } from './check-possible';
import { countPopulation } from './count-population';
import { drawPeople, type PeopleDraw } from './draw-people';
import { worldParameters } from './load-parameters';
import { populationOf } from './population';
import { swapIn } from './swap-in';
import { worldPaths } from './world-paths';
import { writeDocuments, type Written } from './write-documents';

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
  onProgress?: OnProgress;
  signal?: AbortSignal;
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

/** Name of a world's truth file. */
export const TRUTH_FILE = 'truth.json';
/** Name of the proof of a world's draw. */
export const PROOF_FILE = 'proof.json';

/**
 * Makes a synthetic exposure with known truth: one NDJSON file a kind, `truth.json` and `proof.json`. The same seed,
 * population and parameters give the same bytes; fewer people give a part of the same documents. It is written beside
 * `out` and renamed, so that nothing half-made ever has the final name.
 *
 * @throws CASE_INVALID with line and column, WORLD_IMPOSSIBLE, OUT_UNWRITABLE, DISK_FULL, INTERRUPTED
 */
export async function makeWorld(options: WorldOptions): Promise<WorldMade> {
  const given = worldParameters(options.parametersFile);
  checkPossible(options.world, given, options.population, options.people);
  const truth = await swapIn(options.out, async (folder) => {
    const pause = pauseOf(options);
    await pause(0);
    const population = populationOf(options.population, given, options.seed);
    const draw = drawPeople(options.seed, options.population, options.people);
    await pause(0);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const paths = worldPaths(given);
    const written = await writeDocuments(population, draw.numbers, { folder, paths, pause });
    const whole = options.people === options.population;
    const everybody = whole ? written.tally : await countPopulation(population, () => pause(options.people));
    const proof = proofOf(options, draw, written, given.time.newest);
    const inFile = written.tally.measures(paths);
    const inAll = everybody.measures(paths);
    const made: Truth = {
      schema: 'breachscope/truth@1',
      case: options.case,
      world: options.world,
      seed: options.seed,
      population: options.population,
      people: options.people,
      files: written.files,
      measures: Object.fromEntries(
        Object.entries(inFile).map(([id, file]) => [id, { population: inAll[id] ?? null, file }]),
      ),
      fields: written.fields,
      claims: given.claims,
      draw: proof.draw,
    };
    await writeFile(join(folder, TRUTH_FILE), `${JSON.stringify(made, null, 1)}\n`, { mode: 0o600 });
    await writeFile(join(folder, PROOF_FILE), `${JSON.stringify(proof, null, 1)}\n`, { mode: 0o600 });
    await pause(options.people);
    return made;
  });
  return worldAt(options.out, truth);
}

/** A world that stands in a folder, given its truth. */
export function worldAt(dir: string, truth: Truth): WorldMade {
  const files = truth.files.map(({ name }) => join(dir, name));
  return { dir, files, truth, truthFile: join(dir, TRUTH_FILE), proofFile: join(dir, PROOF_FILE) };
}

/** Everything drawn is a census with a total from outside the files; less is a random draw with its seed. */
function proofOf(options: WorldOptions, { threshold }: PeopleDraw, written: Written, newest: string): Proof {
  const whole = options.people === options.population;
  const lines = written.files.reduce((sum, file) => sum + file.documents + file.broken.length, 0);
  return {
    schema: 'breachscope/proof@1',
    kind: whole ? 'census' : 'srs-people',
    unit: 'people.accounts',
    key: 'user_id',
    population: { value: options.population, source: 'the size of the synthetic world' },
    draw: whole ? null : { rule: 'lowest-rank', seed: options.seed, threshold },
    drawn: options.people,
    total: whole ? { value: lines, source: 'the generator’s own count of lines', at: newest } : null,
  };
}

function pauseOf({ onProgress, signal, people }: WorldOptions): (done: number) => Promise<void> {
  return async (done) => {
    onProgress?.({ step: 'world', done, total: people, unit: 'people' });
    await setImmediate();
    if (signal?.aborted) throw new AnalysisError('INTERRUPTED');
  };
}
