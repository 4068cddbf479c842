import { isSign, isWord, readName, type SqlWords } from './sql-words';

/** What stands before the rows of a statement. */
export interface RowsHead {
  table: string[];
  /** null where the statement names none. */
  columns: string[] | null;
  /** Where the first row begins. */
  to: number;
}

const BEFORE_NAME = [
  'INSERT',
  'REPLACE',
  'INTO',
  'OR',
  'IGNORE',
  'ABORT',
  'FAIL',
  'ROLLBACK',
  'OVERWRITE',
  'LOW_PRIORITY',
  'HIGH_PRIORITY',
  'DELAYED',
];

/** Words and signs that may be left of a damaged INSERT. */
const MOST_DAMAGED = 6;

/**
 * Reads INSERT or REPLACE up to its first tuple.
 *
 * @returns `other` where no tuples follow (SELECT, SET, DEFAULT VALUES); null where the source ends before that is clear
 */
export function readInsertHead(words: SqlWords): RowsHead | 'other' | null {
  // A first word that is damaged says no less, as INTO follows it.
  if (!isWord(words.peek(), 'INSERT', 'REPLACE', 'INTO'))
    for (let i = 0; i < MOST_DAMAGED && words.peek() && !isWord(words.peek(), 'INTO'); i++) words.next();
  while (isWord(words.peek(), ...BEFORE_NAME)) words.next();
  const table = readName(words);
  if (table.length === 0) return words.peek() ? 'other' : null;
  let columns: string[] | null = null;
  if (isSign(words.peek(), '(')) {
    words.next();
    columns = readColumnList(words);
    if (columns === null) return words.peek() ? 'other' : null;
  }
  if (isWord(words.peek(), 'OVERRIDING')) for (let i = 0; i < 3; i++) words.next();
  const values = words.next();
  if (!values) return null;
  if (!isWord(values, 'VALUES', 'VALUE')) return 'other';
  const first = words.peek();
  if (!first) return null;
  return isSign(first, '(') ? { table, columns, to: first.from } : 'other';
}

/** Reads COPY … FROM stdin; up to the line behind it; `other` where it has options or another source. */
export function readCopyHead(words: SqlWords): RowsHead | 'other' | null {
  words.next();
  const table = readName(words);
  let columns: string[] | null = null;
  if (isSign(words.peek(), '(')) {
    words.next();
    columns = readColumnList(words);
    if (columns === null) return words.peek() ? 'other' : null;
  }
  if (table.length === 0 || !isWord(words.next(), 'FROM')) return words.peek() ? 'other' : null;
  if (!isWord(words.next(), 'STDIN')) return words.peek() ? 'other' : null;
  const end = words.peek();
  if (!end) return null;
  return isSign(end, ';') ? { table, columns, to: end.to } : 'other';
}

/** The names of a list in brackets, behind its opening one; null where it is no list of names or not whole. */
function readColumnList(words: SqlWords): string[] | null {
  const columns: string[] = [];
  if (isSign(words.peek(), ')')) {
    words.next();
    return columns;
  }
  for (;;) {
    const name = readName(words).at(-1);
    const behind = words.next();
    if (name === undefined || !behind) return null;
    columns.push(name);
    if (isSign(behind, ')')) return columns;
    if (!isSign(behind, ',')) return null;
  }
}
