import { realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import type { PartEnvelope, PartFormat } from '../../contract/manifest';
import { isMetadata } from './is-metadata';
import { readHead } from './read-head';
import type { Head } from './classify-head';

/** One file of an input, as it looks before it is read. */
export interface PartPreview {
  /** Real path. Private, like the name. */
  path: string;
  /** Name as the user gave it, without folders. */
  name: string;
  /** Size as stored, in bytes. */
  bytes: number;
  /** null where only reading tells: an archive, or a file that is packed twice. */
  format: PartFormat | null;
  envelope: PartEnvelope | null;
  /** What the text is packed in, innermost first; null: stored as it is. */
  compression: string | null;
  /** Size of the decoded text in bytes; exact where nothing is compressed. */
  textBytesEstimate: number;
  /** Size, time of change and inode: two looks at an unchanged file give the same stamp. */
  stamp: string;
  /** Set where the file is skipped, and why. */
  refused: AnalysisError | null;
}

/**
 * Looks at one file: by its content only, whatever its name says.
 *
 * @param file as the user named it, or as it was found in a folder
 * @param label what messages call it
 * @throws FILE_MISSING, FILE_UNREADABLE; every other reason is in `refused`
 */
export function previewPart(file: string, label = file): PartPreview {
  try {
    return look(file, label);
  } catch (fault) {
    if (fault instanceof AnalysisError) throw fault;
    const { code = '' } = fault as NodeJS.ErrnoException;
    const missing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code);
    throw new AnalysisError(missing ? 'FILE_MISSING' : 'FILE_UNREADABLE', { argument: label });
  }
}

function look(file: string, label: string): PartPreview {
  const path = realpathSync(file);
  const stat = statSync(path);
  if (!stat.isFile()) throw new AnalysisError('FILE_UNREADABLE', { argument: label });
  const part = {
    path,
    name: basename(file),
    bytes: stat.size,
    stamp: stampOf(path),
    format: null,
    envelope: null,
    compression: null,
    textBytesEstimate: 0,
  };
  if (stat.size === 0) return { ...part, refused: new AnalysisError('FILE_EMPTY', { argument: label }) };
  const { head, packing, damaged, textBytes } = readHead(path);
  const isNote = packing.length === 0 && isMetadata(file, head, stat.size);
  return {
    ...part,
    ...(head.is === 'text' && head.shape),
    ...(head.is === 'container' && head.container === 'parquet' && { format: 'parquet' as const }),
    compression: packing.filter((name) => name !== 'parquet').join('.') || null,
    textBytesEstimate: textBytes,
    // An archive that is damaged from its beginning is left to the pass, which says so by code.
    refused: isNote
      ? new AnalysisError('METADATA', { argument: label })
      : damaged
        ? null
        : refusalOf(head, label),
  };
}

function refusalOf(head: Head, argument: string): AnalysisError | null {
  switch (head.is) {
    case 'text':
    case 'container':
      return null;
    case 'foreign': {
      const { name, command } = head.format;
      if (!command) return new AnalysisError('FORMAT_UNKNOWN', { argument });
      return new AnalysisError('NEEDS_CONVERSION', { argument, format: name, command });
    }
    case 'encoding-refused':
      return new AnalysisError('ENCODING_UNKNOWN', { argument, encoding: head.encoding });
    case 'refused':
      return new AnalysisError(head.code, { argument });
    case 'blank':
      return new AnalysisError('FILE_EMPTY', { argument });
    case 'unknown':
      return new AnalysisError('FORMAT_UNKNOWN', { argument });
  }
}

/** Size, time of change (nanoseconds), device and inode of a file. */
export function stampOf(path: string): string {
  const { size, mtimeNs, dev, ino } = statSync(path, { bigint: true });
  return [size, mtimeNs, dev, ino].join(':');
}
