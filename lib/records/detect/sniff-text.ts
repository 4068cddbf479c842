import type { PartEnvelope, PartFormat } from '../../contract/manifest';
import { sniffJson } from './sniff-json';

/** How documents lie in a text, and what wraps them. */
export interface TextShape {
  format: PartFormat;
  envelope: PartEnvelope | null;
}

/**
 * Tells the format of a text by its opening. Names of files are never asked. CSV, SQL, XML and every binary format fail here.
 *
 * @param opening decoded text from its first byte that is not blank, up to some 64 KB
 * @param ended whether the text ends with it
 */
export function sniffText(opening: Buffer, ended: boolean): TextShape | 'blank' | 'other' {
  if (opening.length === 0) return 'blank';
  // NUL bytes mean a binary format or UTF-16.
  if (opening.includes(0)) return 'other';
  return sniffJson(opening, ended) ?? 'other';
}
