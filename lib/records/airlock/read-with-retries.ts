import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { type AirlockOptions, runAirlock } from './run-airlock';
import type { PassResult } from '../pass/pass-options';
import type { AirlockRequest } from './airlock-messages';

/** Parts that may crash the reading process before the input is given up. */
const MOST_CRASHES = 5;
/** What the process itself brought about, and another part would not. */
const OWN_FAULTS = ['CHILD_CRASHED', 'CHILD_STALLED', 'MEMORY_LIMIT'];

/**
 * Reads an input through the airlock. Where the process crashes, the input is read again part by part; the part at which
 * it crashes then is left out, named as crashed, and the others are read.
 *
 * @param isSingle whether the input is known to be one part: nothing would be left
 * @throws what {@link runAirlock} throws; of a crash the last
 */
export async function readWithRetries(
  request: AirlockRequest,
  options: AirlockOptions,
  isSingle: boolean,
): Promise<PassResult> {
  const crashed: number[] = [];
  for (let attempt = 0; ; attempt++) {
    try {
      return await runAirlock({ ...request, crashed, oneByOne: attempt > 0 }, options);
    } catch (error) {
      const isOwn = error instanceof AnalysisError && OWN_FAULTS.includes(error.code);
      if (!isOwn || isSingle || crashed.length >= MOST_CRASHES) throw error;
      const part = Number(error.context['part'] ?? 0);
      if (attempt > 0 && crashed.includes(part)) throw error;
      if (attempt > 0) crashed.push(part);
      for (const name of readdirSync(request.dir))
        rmSync(join(request.dir, name), { recursive: true, force: true });
    }
  }
}
