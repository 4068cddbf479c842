/** Names of one header's tables that are kept: they are one table, and each further name would be one more set of keys. */
const MOST_ALIKE = 20;
/** No name of a column begins so. */
const MARK = '\u0000';

/**
 * The tables with a header of one input. Tables of other files are other kinds, however many columns they share, unless one
 * header is theirs, column for column; files that are parts of one table by their names are one kind where their columns are alike.
 */
export class NamedTables {
  readonly #tablesOf = new Map<string, Set<string>>();

  /** The table that a header in a file of this table belongs to: the file's, or none's where too many have it. */
  tableOf(table: string, columns: readonly string[]): string {
    const header = JSON.stringify([...columns].sort());
    const tables = this.#tablesOf.get(header) ?? new Set();
    this.#tablesOf.set(header, tables);
    if (tables.size <= MOST_ALIKE) tables.add(table);
    return tables.has(table) ? table : '';
  }
}

/** The key by which a column of a table tells the table's kind. */
export function tableKey(table: string, column: string): string {
  return `${MARK}${table}${MARK}${column}`;
}

/** The table and the column of such a key; null for any other. */
export function readTableKey(key: string): { table: string; column: string } | null {
  const at = key.startsWith(MARK) ? key.indexOf(MARK, 1) : -1;
  return at < 0 ? null : { table: key.slice(1, at), column: key.slice(at + 1) };
}
