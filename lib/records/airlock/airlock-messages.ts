import type { ContextValue, ErrorCode } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import type { PassPart } from '../pass/pass-part';
import type { PassProgress } from '../pass/run-pass';

/** What the reading process found; key and versions are the parent's to add. */
export type PassResult = Omit<Manifest, 'key' | 'versions'>;

/** What the parent asks of the child, once. */
export interface AirlockRequest {
  parts: PassPart[];
  /** Folder of the clean store; exists and is empty. */
  dir: string;
  workers: number;
  /** Parts that crashed an earlier reading, by number. */
  crashed?: number[];
  /** One part after the other, so that a crash is the fault of the one that was named last. */
  oneByOne?: boolean;
}

/** How far the pass is. */
export type AirlockProgress = PassProgress;

/** What the child tells: numbers, codes, and the manifest at the end. */
export type AirlockMessage =
  | { type: 'progress'; known: AirlockProgress }
  | { type: 'done'; result: PassResult }
  | { type: 'failed'; code: ErrorCode; context: Record<string, ContextValue> };
