import type { Reference } from '../../contract/manifest';
import { isSign, isWord, readName, type SqlWord, SqlWords } from './sql-words';

/** A reference before it is known which database its tables belong to. */
export type NamedReference = Omit<Reference, 'table' | 'toTable'> & { table: string[]; toTable: string[] };

/** Most references that are kept of one statement. */
const MOST = 1000;

/**
 * The foreign keys of one column that CREATE TABLE or ALTER TABLE declares: `FOREIGN KEY (a) REFERENCES t (b)`, and behind a column
 * `REFERENCES t (b)`. Keys of several columns are left out: none of them points at a row by itself.
 *
 * @param source the whole statement, from its first word
 * @param texts how texts in single quotes are written
 */
export function readReferences(source: string, texts: 'escaped' | 'plain'): NamedReference[] {
  // A statement may end without a sign behind its last word, and a word is read only where something stands behind it.
  const words = new SqlWords(`${source} ;`, 0, texts);
  const found: NamedReference[] = [];
  let table: string[] = [];
  let depth = 0;
  let first: SqlWord | null = null;
  let columns: string[] | null = null;
  for (let word = words.next(); word && found.length < MOST; word = words.next()) {
    if (isWord(word, 'TABLE') && table.length === 0) table = readTableName(words);
    else if (isSign(word, '(')) depth++;
    else if (isSign(word, ')')) depth--;
    else if (isSign(word, ',') && depth <= 1) [first, columns] = [null, null];
    else if (isWord(word, 'FOREIGN') && isWord(words.peek(), 'KEY')) {
      words.next();
      if (!isSign(words.peek(), '(')) words.next();
      columns = readList(words);
    } else if (isWord(word, 'REFERENCES')) {
      const own = columns ?? (first ? [first.text] : []);
      const toTable = readName(words);
      const to = isSign(words.peek(), '(') ? readList(words) : [null];
      const [column, toColumn] = [own[0], to[0]];
      if (own.length === 1 && to.length === 1 && column !== undefined && toTable.length > 0)
        found.push({ table, column, toTable, toColumn: toColumn ?? null });
    } else if (depth === 1) first ??= word;
  }
  return found.filter((reference) => reference.table.length > 0);
}

function readTableName(words: SqlWords): string[] {
  while (isWord(words.peek(), 'IF', 'NOT', 'EXISTS', 'ONLY')) words.next();
  return readName(words);
}

/** The names in brackets. */
function readList(words: SqlWords): string[] {
  const names: string[] = [];
  if (!isSign(words.next(), '(')) return names;
  for (let word = words.next(); word && !isSign(word, ')'); word = words.next())
    if (word.is !== 'sign') names.push(word.text);
  return names;
}
