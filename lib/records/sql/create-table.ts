import { isSign, isWord, readName, type SqlWord, type SqlWords } from './sql-words';

/** A table as a dump creates it. */
export interface CreatedTable {
  table: string[];
  /** null where the statement does not name them all: LIKE, AS SELECT, INHERITS. */
  columns: string[] | null;
}

/** Begin a constraint in every dialect. */
const CONSTRAINTS = ['PRIMARY', 'UNIQUE', 'CONSTRAINT', 'FOREIGN', 'CHECK', 'EXCLUDE'];
/** Begin an index in MySQL; in PostgreSQL they are names like others. */
const INDICES = ['KEY', 'INDEX', 'FULLTEXT', 'SPATIAL'];

/** Reads CREATE TABLE; null where the statement creates something else. The source holds the whole statement. */
export function readCreateTable(words: SqlWords): CreatedTable | null {
  words.next();
  while (isWord(words.peek(), 'GLOBAL', 'LOCAL', 'TEMP', 'TEMPORARY', 'UNLOGGED', 'OR', 'REPLACE'))
    words.next();
  if (!isWord(words.next(), 'TABLE')) return null;
  if (isWord(words.peek(), 'IF')) for (let i = 0; i < 3; i++) words.next();
  const table = readName(words);
  if (table.length === 0) return null;
  if (!isSign(words.next(), '(')) return { table, columns: null };
  const columns: string[] = [];
  let isWhole = true;
  for (let item = readItem(words); item[0]; item = readItem(words)) {
    if (isWord(item[0], 'LIKE')) isWhole = false;
    else if (!isConstraint(item)) columns.push(nameOf(item[0], columns.length + 1));
  }
  if (isWord(words.peek(), 'INHERITS', 'AS', 'SELECT')) isWhole = false;
  return { table, columns: isWhole && columns.length > 0 ? columns : null };
}

/** A damaged name, such as one with a line's end in its quotes, begins with a sign and is none. */
function nameOf({ is, text }: SqlWord, number: number): string {
  return is === 'sign' ? `column${number}` : text;
}

/** The first words of the next item of the list; none behind the last one. */
function readItem(words: SqlWords): SqlWord[] {
  const item: SqlWord[] = [];
  for (let depth = 0; ;) {
    const word = words.next();
    if (!word) return item;
    if (word.is === 'sign') {
      if (word.text === ')' && depth-- === 0) {
        words.at = item.length > 0 ? word.from : word.to;
        return item;
      }
      if (word.text === ',' && depth === 0) {
        if (item.length > 0) return item;
        continue;
      }
      if (word.text === '(') depth++;
    }
    if (item.length < 4) item.push(word);
  }
}

function isConstraint([first, second, third, fourth]: SqlWord[]): boolean {
  if (isWord(first, ...CONSTRAINTS)) return true;
  if (!isWord(first, ...INDICES)) return false;
  if (second?.is === 'name' || isSign(second, '(')) return true;
  if (isWord(first, 'FULLTEXT', 'SPATIAL') && isWord(second, 'KEY', 'INDEX')) return true;
  // KEY name (column), and not key varchar(10)
  return isSign(third, '(') && fourth !== undefined && !/^\d/.test(fourth.text);
}
