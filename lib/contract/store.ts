import type { Leaked } from './leaked';
import type { Manifest, StorePath } from './manifest';

/** A value that may be bound to a query. */
export type Parameter = string | number | bigint | boolean | null;

/** The SQL engine. Numbers come out bare; texts come out sealed. */
export interface Engine {
  /** Rows of numbers (bigint becomes number where it is safe, else it throws INTERNAL). */
  numbers(sql: string, parameters?: Parameter[]): Promise<(number | null)[][]>;
  /**
   * Whole numbers of up to 32 bits (SQL: `integer`), for results too large for rows: `take` gets some thousand rows at a
   * time, one array a column, to be read before it returns. Throws INTERNAL for any other type and for null.
   */
  integers(sql: string, take: (columns: Int32Array[]) => void): Promise<void>;
  /** Rows of texts, sealed. */
  texts(sql: string, parameters?: Parameter[]): Promise<(Leaked | null)[][]>;
  /** Runs a statement without a result. */
  run(sql: string, parameters?: Parameter[]): Promise<void>;
  /** Fills a fresh temporary table of text columns; null is null. */
  fill(table: string, columns: string[], rows: Iterable<(string | null)[]>): Promise<void>;
  close(): void;
}

/** An opened clean store: the manifest, and the engine on its tables. */
export interface Store {
  readonly manifest: Manifest;
  readonly dir: string;
  readonly engine: Engine;
  /**
   * SQL source of one table: `read_parquet([...])` with every name quoted; `samples` holds, for each row of the inventory by
   * its number, its first different filled texts (`path`, `place`, `text`), `refused` the
   * names in refused documents (`text`: JSON of `RefusedNames`; `documents` that hold just these). Throws INTERNAL for an unknown table.
   */
  source(table: string): string;
  /** The inventory row of a path, if there is one. */
  find(kind: string, path: string): StorePath | undefined;
  /**
   * Adds a table that was made from those of the store, with `_doc` and one column: {@link source} knows it from then on.
   *
   * @param entry what the column holds, as of a path; its `table` is a table of the engine
   */
  derive(entry: StorePath): void;
  /** What a derived table holds. */
  derived(table: string): StorePath | undefined;
  close(): void;
}

/** What may be a name in the bytes of documents that were refused. Private: it stands in the working copy alone. */
export interface RefusedNames {
  /** Names from end to end. */
  whole: string[];
  /** How names begin that break off. */
  begins: string[];
  /** How names end whose beginning is lost. */
  ends: string[];
  /** Those of the whole ones that hold an object or a list. */
  holders: string[];
}
