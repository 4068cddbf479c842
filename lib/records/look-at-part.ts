import { realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { PartEnvelope, PartFormat } from '../contract/manifest';
import { sniffCsv } from './csv/sniff-csv';
import { readOpening } from './read-opening';
import { NDJSON } from './sniff-json';
import { sniffText, type TextShape } from './sniff-text';

/** One file of an input, as it looks before it is read. */
export interface LookPart {
  /** Real path. Private, like the name. */
  path: string;
  /** Name as the user gave it, without folders. */
  name: string;
  /** Size as stored, in bytes. */
  bytes: number;
  format: PartFormat;
  envelope: PartEnvelope | null;
  compression: 'gzip' | null;
  /** Size of the decoded text in bytes; exact where nothing is compressed. */
  textBytesEstimate: number;
  /** Size, time of change and inode: two looks at an unchanged file give the same stamp. */
  stamp: string;
}

/**
 * Looks at one file: by its content only, whatever its name says.
 *
 * @param file as the user named it
 * @throws FILE_MISSING, FILE_UNREADABLE, IS_DIRECTORY, FILE_EMPTY, FORMAT_UNKNOWN
 */
export function lookAtPart(file: string): LookPart {
  try {
    return look(file);
  } catch (fault) {
    if (fault instanceof AnalysisError) throw fault;
    const { code = '' } = fault as NodeJS.ErrnoException;
    const missing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code);
    throw new AnalysisError(missing ? 'FILE_MISSING' : 'FILE_UNREADABLE', { argument: file });
  }
}

function look(file: string): LookPart {
  const path = realpathSync(file);
  const stat = statSync(path);
  if (stat.isDirectory()) throw new AnalysisError('IS_DIRECTORY', { argument: file });
  if (!stat.isFile()) throw new AnalysisError('FILE_UNREADABLE', { argument: file });
  if (stat.size === 0) throw new AnalysisError('FILE_EMPTY', { argument: file });
  const { gzip, text, ended, damaged, ratio } = readOpening(path);
  let shape: TextShape = NDJSON;
  // An archive that is damaged from its beginning is left to the pass, which says so by code.
  if (!damaged) {
    const sniffed = sniffText(text, ended);
    if (sniffed === 'blank' && ended) throw new AnalysisError('FILE_EMPTY', { argument: file });
    shape = typeof sniffed === 'string' ? tableShape(text, ended, file) : sniffed;
  }
  return {
    path,
    name: basename(file),
    bytes: stat.size,
    ...shape,
    compression: gzip ? 'gzip' : null,
    textBytesEstimate: Math.round(stat.size * ratio),
    stamp: stampOf(path),
  };
}

function tableShape(text: Buffer, ended: boolean, file: string): TextShape {
  const table = sniffCsv(text, ended);
  if (!table) throw new AnalysisError('FORMAT_UNKNOWN', { argument: file });
  return { format: table.dialect.delimiter === '\t' ? 'tsv' : 'csv', envelope: null };
}

/** Size, time of change (nanoseconds), device and inode of a file. */
export function stampOf(path: string): string {
  const { size, mtimeNs, dev, ino } = statSync(path, { bigint: true });
  return [size, mtimeNs, dev, ino].join(':');
}
