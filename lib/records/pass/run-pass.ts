import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { InputReading, type ReadingPlan } from './input-reading';
import { finalKinds } from './merge/final-kinds';
import { findMaps } from './merge/find-maps';
import type { InputFile, PassOptions, PassResult } from './pass-options';
import { TooManyKeySets } from './workers/worker-pool';
import { type KindPlan, TOP_LEVEL } from './workers/worker-setup';
import { writeStore } from './write-store';

/** Readings of one input: one, and one more each for too many kinds, a cluster of two kinds, several tables, keys that are values. */
const ATTEMPTS = 8;

/**
 * Reads all files of an input once: checks every line strictly, counts every path, counts distinct values exactly (128-bit
 * keyed hashes) and writes the clean store's tables and rejects.parquet. Where a reading shows that the input must be read
 * in another way, it begins again.
 *
 * @param dir an existing folder for the store
 * @throws INTERRUPTED by the signal, INPUT_CHANGED if a second reading met other documents, INTERNAL if a thread failed
 */
export async function runPass(
  files: InputFile[],
  dir: string,
  options: PassOptions = {},
): Promise<PassResult> {
  const seed: [bigint, bigint] = [randomBytes(8).readBigUInt64LE(), randomBytes(8).readBigUInt64LE()];
  const workDir = join(dir, '.pass');
  let plan: ReadingPlan = { files, kinds: null, tableStarts: null };
  for (let attempt = 0; attempt < ATTEMPTS;) {
    mkdirSync(workDir, { mode: 0o700 });
    try {
      const outcome = await readOnce(plan, dir, { options, seed, workDir });
      if ('result' in outcome) return outcome.result;
      // A file that is refused leaves one fewer to read: such attempts come to an end by themselves.
      if (outcome.next.files === plan.files) attempt++;
      plan = outcome.next;
    } finally {
      rmSync(workDir, { recursive: true, force: true });
    }
  }
  throw new AnalysisError('INPUT_CHANGED', { input: 1 });
}

/** The result, or how to begin again. */
type Outcome = { result: PassResult } | { next: ReadingPlan };

async function readOnce(
  plan: ReadingPlan,
  dir: string,
  how: { options: PassOptions; seed: [bigint, bigint]; workDir: string },
): Promise<Outcome> {
  const { signal } = how.options;
  const reading = new InputReading(plan, how);
  const { pool } = reading;
  const stop = (): void => pool.abort(new AnalysisError('INTERRUPTED'));
  signal?.addEventListener('abort', stop);
  let isWritten = false;
  try {
    if (signal?.aborted) throw new AnalysisError('INTERRUPTED');
    const next = await reading.read();
    if (next) return { next };
    reading.step = 'count';
    pool.onStep = () => reading.tell();
    const reports = await pool.reports();
    const kinds = finalKinds(reports, plan.kinds?.oneKind ?? false);
    const known = plan.kinds?.maps ?? [];
    const maps = findMaps(reports).filter((path) => !known.includes(path));
    if (!('kinds' in kinds)) return { next: withKinds(plan, kinds, maps) };
    // Where the top level folds, all sets of its keys are others.
    if (maps.length > 0) return { next: withKinds(plan, maps.includes(TOP_LEVEL) ? null : plan.kinds, maps) };
    const result = await writeStore(dir, reading, { reports, kinds });
    isWritten = true;
    return { result };
  } catch (error) {
    if (error instanceof TooManyKeySets)
      return { next: withKinds(plan, { oneKind: true, sets: [], maps: [] }, []) };
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    const closed = pool.close();
    // Threads that have answered all write nothing more: only another reading waits for their end.
    if (!isWritten) await closed;
  }
}

/** The plan for the next reading; maps that were known before stay. */
function withKinds(plan: ReadingPlan, kinds: KindPlan | null, maps: bigint[]): ReadingPlan {
  const { oneKind, sets } = kinds ?? { oneKind: false, sets: [] };
  return { ...plan, kinds: { oneKind, sets, maps: [...(plan.kinds?.maps ?? []), ...maps] } };
}
