import type { PartEnvelope, PartFormat } from '../../contract/manifest';
import { sniffJson } from './sniff-json';

/** How documents lie in a text, and what wraps them. */
export interface TextShape {
  format: PartFormat;
  envelope: PartEnvelope | null;
}

/**
 * Tells the format of a text by its head. Names of files are never asked. CSV, SQL, XML and every binary format fail here.
 *
 * @param head decoded text from its first byte that is not blank, up to some 64 KB
 * @param ended whether the text ends with it
 */
export function sniffText(head: Buffer, ended: boolean): TextShape | 'blank' | 'other' {
  if (head.length === 0) return 'blank';
  // NUL bytes mean a binary format or UTF-16.
  if (head.includes(0)) return 'other';
  return sniffJson(head, ended) ?? 'other';
}
