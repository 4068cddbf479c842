import { closeSync, openSync, readSync } from 'node:fs';
import { readCreateTable } from './create-table';
import { SqlWords } from './sql-words';

/** A statement that creates one table is not longer, with what stands before it. */
const MOST_BYTES = 1 << 20;
const CREATE = /^[ \t]*CREATE\s+(?:TEMPORARY\s+)?TABLE\s/gim;

/** The name of a file without its ending. */
function stemOf(path: string): string {
  return path.replace(/\.[^./\\]{1,8}$/, '');
}

/**
 * The names of a table's columns by the `.sql` beside it of the same name, as `mysqldump --tab` writes both.
 *
 * @param path of the table
 * @param paths of all files of the input: no other is opened
 * @returns undefined where there is none, or it creates not just one table with all its names
 */
export function columnsBeside(path: string, paths: readonly string[]): string[] | undefined {
  const beside = paths.find(
    (other) => other !== path && /\.sql$/i.test(other) && stemOf(other) === stemOf(path),
  );
  const text = beside === undefined ? '' : readHead(beside);
  const [first, second] = [...text.matchAll(CREATE)];
  if (!first || second) return undefined;
  return readCreateTable(new SqlWords(text, first.index, 'escaped'))?.columns ?? undefined;
}

/** The text of a small file, one byte a character; none of one that cannot be read: whoever reads the input says so. */
function readHead(path: string): string {
  try {
    const fd = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(MOST_BYTES);
      return bytes.toString('latin1', 0, readSync(fd, bytes, 0, MOST_BYTES, 0));
    } finally {
      closeSync(fd);
    }
  } catch {
    return '';
  }
}
