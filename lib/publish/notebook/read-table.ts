import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { AnalysisError } from '../../contract/errors';
import { chooseDialect } from '../../records/csv/choose-dialect';
import { tableFault } from '../../words/results/table-words';
import type { DataFrame } from '../danfo/types';
import { findUpwards } from './find-upwards';
import { toFrame } from './frame';
import { namesBeside } from './names-beside';
import { nearestNames } from './nearest-names';

const MOST_BYTES = 50e6;
/** What a side table is parted by; other signs stand in texts too. */
const DELIMITERS = [',', ';', '\t', '|'];
/** Bytes from which the delimiter is told. */
const OPENING = 1 << 16;
/** A number as programs write it: no plus, no zero in front, which postcodes have. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** How a side table is read. */
export interface ReadTableOptions {
  /** What parts the cells; defaults to the comma, semicolon, tab or bar that parts the lines best. */
  delimiter?: string;
}

/**
 * Reads a side table (models, postcodes, days) with csv-parse into a frame: CSV in UTF-8 or UTF-16 with a line of names.
 * The type of a column follows from all of its cells; an empty cell is missing; numbers with a zero in front stay texts.
 *
 * @param named path of a file of up to 50 MB, here or above up to the project's root; a larger one is for `open`
 * @throws TABLE_MISSING, FILE_UNREADABLE, FILE_EMPTY, TABLE_TOO_LARGE, TABLE_UNREADABLE with its line; never with a cell
 * @example readTable('models.csv').shape // [2, 2]
 */
export function readTable(named: string, options: ReadTableOptions = {}): DataFrame {
  const path = findUpwards(named);
  const bytes = bytesOf(path);
  const text = decoded(bytes, path);
  const [names = [], ...records] = parsed(text, options.delimiter ?? delimiterOf(bytes), path);
  const columns = uniqueNames(names);
  const readers = columns.map((_, i) => cellReader(records.map((cells) => cells[i] ?? '')));
  return toFrame(
    records.map((cells) =>
      Object.fromEntries(columns.map((name, i) => [name, readers[i]?.(cells[i] ?? '')])),
    ),
    { columns },
  );
}

function bytesOf(path: string): Buffer {
  const size = sizeOf(path);
  if (size === 0) throw new AnalysisError('FILE_EMPTY', { argument: path });
  if (size > MOST_BYTES)
    throw new AnalysisError('TABLE_TOO_LARGE', { argument: path, size: Math.round(size / 1e6) });
  return readFileSync(path);
}

function sizeOf(path: string): number {
  try {
    const found = statSync(path);
    if (found.isFile()) return found.size;
  } catch {
    throw new AnalysisError('TABLE_MISSING', {
      argument: path,
      known: nearestNames(basename(path), namesBeside(dirname(path))),
    });
  }
  throw new AnalysisError('FILE_UNREADABLE', { argument: path });
}

function decoded(bytes: Buffer, path: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new AnalysisError('TABLE_UNREADABLE', { argument: path, line: 1, rule: 'it is not UTF-8' });
  }
}

function delimiterOf(bytes: Buffer): string {
  const opening = bytes.toString('latin1', 0, OPENING).replaceAll('\0', '');
  const end = bytes.length > OPENING ? opening.lastIndexOf('\n') + 1 : opening.length;
  const { delimiter } = chooseDialect(`${opening.slice(0, end || opening.length).trimEnd()}\n`, '\n').dialect;
  return DELIMITERS.includes(delimiter) ? delimiter : ',';
}

function parsed(text: string, delimiter: string, path: string): string[][] {
  try {
    const records = parse(text, { delimiter, bom: true, skip_empty_lines: true });
    if (records.length > 0) return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error as unknown as { lines?: number };
    throw new AnalysisError('TABLE_UNREADABLE', {
      argument: path,
      line: lines,
      rule: tableFault(error.code),
    });
  }
  throw new AnalysisError('FILE_EMPTY', { argument: path });
}

/** A column without a name is told by its place, a second one of a name by a number. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((raw, i) => {
    const name = raw.trim() === '' ? `column ${i + 1}` : raw.trim();
    let unique = name;
    for (let copy = 2; seen.has(unique); copy++) unique = `${name} ${copy}`;
    seen.add(unique);
    return unique;
  });
}

/** How the cells of a column are read: as numbers or as true and false where all that are filled are, else as texts. */
function cellReader(cells: readonly string[]): (cell: string) => string | number | boolean | null {
  const filled = cells.filter((cell) => cell !== '');
  const all = (fits: (cell: string) => boolean) => filled.length > 0 && filled.every(fits);
  if (all(isNumber)) return (cell) => (cell === '' ? null : Number(cell));
  if (all((cell) => /^(?:true|false)$/i.test(cell)))
    return (cell) => (cell === '' ? null : cell.toLowerCase() === 'true');
  return (cell) => (cell === '' ? null : cell);
}

/** A number that comes back as it was: an id of twenty digits does not, and stays a text. */
function isNumber(cell: string): boolean {
  const whole = /^-?\d+$/.test(cell);
  return NUMBER.test(cell) && Number.isFinite(Number(cell)) && (!whole || Number.isSafeInteger(Number(cell)));
}
