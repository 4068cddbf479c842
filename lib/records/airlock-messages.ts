import type { ContextValue, ErrorCode } from '../contract/errors';
import type { Manifest } from '../contract/manifest';
import type { PassPart } from './pass/pass-part';

/** What the reading process found; key and versions are the parent's to add. */
export type PassResult = Omit<Manifest, 'key' | 'versions'>;

/** What the parent asks of the child, once. */
export interface AirlockRequest {
  parts: PassPart[];
  /** Folder of the clean store; exists and is empty. */
  dir: string;
  workers: number;
}

/** How far the pass is. */
export interface AirlockProgress {
  bytes: number;
  totalBytes: number;
  textBytes: number;
  documents: number;
  rejected: number;
}

/** What the child tells: numbers, codes, and the manifest at the end. */
export type AirlockMessage =
  | { type: 'progress'; known: AirlockProgress }
  | { type: 'done'; result: PassResult }
  | { type: 'failed'; code: ErrorCode; context: Record<string, ContextValue> };
