// The only process that opens raw input. It starts in milliseconds because it loads the pass and nothing else.
import { AnalysisError } from '../../contract/errors';
import type { AirlockMessage, AirlockProgress, AirlockRequest } from './airlock-messages';
import { runPass } from '../pass/run-pass';

const TELL_MS = 100;

const tell = (message: AirlockMessage, then?: () => void) =>
  process.send?.(message, undefined, undefined, then);

/** Forwards progress a few times a second: each message wakes the parent. */
function throttled(): (known: AirlockProgress) => void {
  let told = 0;
  let last = '';
  return (known) => {
    const now = Date.now();
    const place = `${known.part} ${known.step}`;
    if (now - told < TELL_MS && place === last) return;
    told = now;
    last = place;
    tell({ type: 'progress', known });
  };
}

/** A fault as a code: what the system or the pass says of the input stays here. */
function failure(fault: unknown): AirlockMessage {
  if (fault instanceof AnalysisError) return { type: 'failed', code: fault.code, context: fault.context };
  const code = (fault as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { type: 'failed', code: 'DISK_FULL', context: {} };
  return { type: 'failed', code: 'INTERNAL', context: { place: 'airlock' } };
}

process.once('message', ({ parts, dir, ...how }: AirlockRequest) => {
  runPass(parts, dir, { ...how, onProgress: throttled() }).then(
    (result) => tell({ type: 'done', result }, () => process.exit(0)),
    (fault: unknown) => tell(failure(fault), () => process.exit(1)),
  );
});
// The parent alone decides what Ctrl-C means; without a parent nobody waits for the result.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(1));
