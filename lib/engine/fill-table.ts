import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from './quote';

/** Rows that one chunk of DuckDB holds. */
const CHUNK = 2048;

/**
 * Makes a fresh temporary table of text columns and fills it; an older one of that name goes.
 *
 * @param rows as many cells as there are columns; null stays null
 */
export async function fillTable(
  connection: DuckDBConnection,
  table: string,
  columns: string[],
  rows: Iterable<(string | null)[]>,
): Promise<void> {
  const { DuckDBDataChunk, VARCHAR } = await import('@duckdb/node-api');
  const list = columns.map((name) => `${quoteIdentifier(name)} varchar`).join(', ');
  await connection.run(`create or replace temp table ${quoteIdentifier(table)} (${list})`);
  const appender = await connection.createAppender(table, 'main', 'temp');
  const types = columns.map(() => VARCHAR);
  let waiting: (string | null)[][] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const chunk = DuckDBDataChunk.create(types, waiting.length);
    chunk.setRows(waiting);
    appender.appendDataChunk(chunk);
    waiting = [];
  };
  try {
    for (const row of rows) {
      waiting.push(row);
      if (waiting.length === CHUNK) flush();
    }
    flush();
  } finally {
    appender.closeSync();
  }
}
