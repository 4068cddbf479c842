import type { ContextValue, ErrorCode } from '../../contract/errors';
import type { InputFile, PassProgress, PassResult } from '../pass/pass-options';

/** What the parent asks of the child, once. */
export interface AirlockRequest {
  files: InputFile[];
  /** Folder of the clean store; exists and is empty. */
  dir: string;
  workers: number;
  /** Parts that crashed an earlier reading, by number. */
  crashed?: number[];
  /** One part after the other, so that a crash is the fault of the one that was named last. */
  oneByOne?: boolean;
}

/** What the child tells: numbers, codes, and the manifest at the end. */
export type AirlockMessage =
  | { type: 'progress'; progress: PassProgress }
  | { type: 'done'; result: PassResult }
  | { type: 'failed'; code: ErrorCode; context: Record<string, ContextValue> };
