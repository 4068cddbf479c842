import type { Reference } from '../../../contract/manifest';
import type { NamedReference } from '../../sql/references';
import type { CsvColumn } from '../../csv/csv-dialect';
import { MOST_ROW_CELLS } from '../wasm/shared/limits';
import { namedColumns } from '../../csv/named-columns';

/** A table of a dump with one list of columns: rows of it are documents of the kind that the table is. */
export interface SqlTable {
  /** Number among the lists of columns of the part. */
  id: number;
  /** Name of the table, its database and schema before it where the dump says them. */
  name: string;
  /** null until the first row of a table that nothing describes says how many there are. */
  columns: CsvColumn[] | null;
  hasRows: boolean;
}

/** Columns beyond which all rows are refused anyway. */
export const MAX_COLUMNS = MOST_ROW_CELLS + 1;
/** Schemas that a dump names without anybody having chosen them. */
const USUAL = ['public', 'dbo', 'main'];

/** The tables of one dump, with the columns that its statements give them. */
export class SqlTables {
  readonly #created = new Map<string, string[] | null>();
  readonly #tables = new Map<string, SqlTable>();
  readonly references: Reference[] = [];
  #database = '';

  /** All lists of columns that rows were read with. */
  get all(): SqlTable[] {
    return [...this.#tables.values()];
  }

  /** Statements from now on mean this database. */
  use(database: string): void {
    this.#database = database;
  }

  /** A table was created; `null` where the statement does not name its columns. */
  create(table: string[], columns: string[] | null): void {
    this.#created.set(this.#name(table), columns);
  }

  /** The table's columns are others than its creation said. */
  alter(table: string[]): void {
    this.#created.delete(this.#name(table));
  }

  /** Foreign keys were declared. */
  refer(references: readonly NamedReference[]): void {
    for (const { table, toTable, ...columns } of references)
      this.references.push({ ...columns, table: this.#name(table), toTable: this.#name(toTable) });
  }

  /** Whether rows of a table of this name were read. */
  hasRows(table: string[]): boolean {
    const name = this.#name(table);
    return this.all.some((each) => each.name === name && each.hasRows);
  }

  /** The table with the columns that a statement names, else those of its creation, else unknown ones. */
  find(table: string[], columns: string[] | null): SqlTable {
    const name = this.#name(table);
    const names = columns ?? this.#created.get(name) ?? null;
    const key = JSON.stringify([name, names]);
    const known = this.#tables.get(key);
    if (known) return known;
    const made: SqlTable = {
      id: this.#tables.size,
      name,
      columns: names && namedColumns(names),
      hasRows: false,
    };
    this.#tables.set(key, made);
    return made;
  }

  #name(table: string[]): string {
    const parts = table.length > 1 && USUAL.includes(table[0] ?? '') ? table.slice(1) : table;
    return (this.#database !== '' && parts.length === 1 ? [this.#database, ...parts] : parts).join('.');
  }
}

/** Names of columns that nothing describes. */
export function unnamedColumns(count: number): CsvColumn[] {
  return Array.from({ length: count }, (_, i) => ({ name: `column${i + 1}`, repeat: 1 }));
}
