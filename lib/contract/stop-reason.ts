import { AnalysisError } from './errors';

/** Why a signal was aborted, in the kit's words: its own error, else INTERRUPTED. */
export function stopReason(signal: AbortSignal | undefined): AnalysisError {
  const reason: unknown = signal?.reason;
  return reason instanceof AnalysisError ? reason : new AnalysisError('INTERRUPTED');
}
