// The only process that opens raw input. It starts in milliseconds because it loads the pass and nothing else.
import { AnalysisError } from '../../contract/errors';
import type { AirlockMessage, AirlockRequest } from './airlock-messages';
import type { PassProgress } from '../pass/pass-options';
import { runPass } from '../pass/run-pass';

const TELL_MS = 100;

const tell = (message: AirlockMessage, then?: () => void) =>
  process.send?.(message, undefined, undefined, then);

/** Forwards progress a few times a second: each message wakes the parent. */
function throttled(): (progress: PassProgress) => void {
  let told = 0;
  let last = '';
  return (progress) => {
    const now = Date.now();
    const place = `${progress.part} ${progress.step}`;
    if (now - told < TELL_MS && place === last) return;
    told = now;
    last = place;
    tell({ type: 'progress', progress });
  };
}

/** A fault as a code: what the system or the pass says of the input stays here. */
function failure(fault: unknown): AirlockMessage {
  if (fault instanceof AnalysisError) return { type: 'failed', code: fault.code, context: fault.context };
  const code = (fault as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { type: 'failed', code: 'DISK_FULL', context: {} };
  return { type: 'failed', code: 'INTERNAL', context: { place: 'airlock' } };
}

process.once('message', ({ files, dir, ...how }: AirlockRequest) => {
  runPass(files, dir, { ...how, onProgress: throttled() }).then(
    (result) => tell({ type: 'done', result }, () => process.exit(0)),
    (fault: unknown) => tell(failure(fault), () => process.exit(1)),
  );
});
// The parent alone decides what Ctrl-C means; without a parent nobody waits for the result.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(1));
