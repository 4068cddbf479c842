import { isAscii } from 'node:buffer';
import type { ErrorCode } from '../../contract/errors';
import { rowsHead } from './rows-head';
import { sniffCombo } from './sniff-combo';
import { sniffCsv } from './sniff-csv';
import { sniffJson } from './sniff-json';
import type { TextShape } from './text-shape';
import { sniffSql } from './sniff-sql';
import { guessByteEncoding, guessWideEncoding, type TextEncoding } from '../text/guess-encoding';
import { containerOf, type Container, type ForeignFormat, foreignOf } from './known-binary';
import { alignedTableOf, foreignTextOf } from './known-text';
import { recoderOf } from '../text/recode';
import { isTar } from '../containers/untar';

/** What the first bytes of something say that it is. */
export type Head =
  | { is: 'container'; container: Container }
  | { is: 'foreign'; format: ForeignFormat }
  | { is: 'text'; shape: TextShape; encoding: TextEncoding }
  | { is: 'encoding-refused'; encoding: string }
  /** An archive whose directory is one of a trap, or damaged. */
  | { is: 'refused'; code: ErrorCode }
  | { is: 'blank' }
  | { is: 'unknown' };

/** Bytes that are looked at. */
export const HEAD_BYTES = 65_536;
/** A text that is blank for so long is not read further to look for its beginning. */
export const BLANK_BYTES = 64 << 20;

/**
 * Tells format, encoding and packing by the first bytes; names are never asked.
 *
 * @param bytes up to 64 KB, more where they are blank
 * @param ended whether these bytes are all there is
 */
export function classifyHead(bytes: Buffer, ended: boolean): Head {
  const container = containerOf(bytes) ?? (isTar(bytes) ? 'tar' : null);
  if (container) return { is: 'container', container };
  const foreign = foreignOf(bytes);
  if (foreign) return { is: 'foreign', format: foreign };
  const wide = guessWideEncoding(bytes);
  if (wide) return 'refused' in wide ? refuse(wide.refused) : textOf(bytes, ended, wide.encoding);
  const high = isAscii(bytes) ? -1 : bytes.findIndex((byte) => byte > 0x7f);
  if (high < 0 || startsWithMark(bytes)) return textOf(bytes, ended, 'utf-8');
  const isJson = isJsonLike(bytes);
  const guess = guessByteEncoding(bytes.subarray(high), { isJson, ended });
  if ('encoding' in guess) return textOf(bytes, ended, guess.encoding);
  // Bytes without any order are no text, whatever their encoding.
  const text = textOf(bytes, ended, 'cp1252');
  return guess.refused === 'unknown' && text.is === 'unknown' ? text : refuse(guess.refused);
}

function refuse(encoding: string): Head {
  return { is: 'encoding-refused', encoding };
}

function textOf(bytes: Buffer, ended: boolean, encoding: TextEncoding): Head {
  const text = withoutLead(encoding === 'utf-8' ? bytes : Buffer.from(recoderOf(encoding).recode(bytes)));
  const head = text.subarray(0, HEAD_BYTES);
  const isWhole = ended && text.length <= HEAD_BYTES;
  const foreign = foreignTextOf(head);
  if (foreign) return { is: 'foreign', format: foreign };
  if (head.length === 0) return { is: 'blank' };
  const lines = rowsHead(head, isWhole);
  if (lines)
    return {
      is: 'text',
      shape: { format: lines.form === 'lines' ? 'ndjson' : 'json', envelope: 'rows' },
      encoding,
    };
  const shape = sniffJson(head, isWhole);
  if (shape) return { is: 'text', shape, encoding };
  if (sniffSql(head)) return { is: 'text', shape: { format: 'sql', envelope: null }, encoding };
  if (sniffCombo(head, isWhole)) return { is: 'text', shape: { format: 'combo', envelope: null }, encoding };
  const table = sniffCsv(head, isWhole);
  if (!table) return { is: 'unknown' };
  const isLoose = table.columns.length === 1 || table.dialect.delimiter === ' ';
  const aligned = isLoose ? alignedTableOf(head) : null;
  if (aligned) return { is: 'foreign', format: aligned };
  const format = table.dialect.delimiter === '\t' ? 'tsv' : 'csv';
  return { is: 'text', shape: { format, envelope: null }, encoding };
}

/** The first byte of a JSON value, or of one of its first lines. */
function isJsonLike(bytes: Buffer): boolean {
  return /^\s*[[{]/.test(bytes.toString('latin1', 0, 1024));
}

function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Without byte order mark and leading blanks. */
function withoutLead(bytes: Buffer): Buffer {
  let at = startsWithMark(bytes) ? 3 : 0;
  while (at < bytes.length && [9, 10, 13, 32].includes(bytes[at] ?? 0)) at++;
  return bytes.subarray(at);
}
