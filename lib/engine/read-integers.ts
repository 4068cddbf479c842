import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import { AnalysisError } from '../contract/errors';

/** Hands out a result chunk by chunk while it is made, each column as whole numbers. */
export async function readIntegers(
  connection: DuckDBConnection,
  sql: string,
  take: (columns: Int32Array[]) => void,
): Promise<void> {
  const result = await connection.stream(sql);
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const columns: Int32Array[] = [];
    for (let i = 0; i < chunk.columnCount; i++) columns.push(integersOf(chunk.getColumnVector(i)));
    take(columns);
  }
}

function integersOf(vector: DuckDBVector): Int32Array {
  const column = new Int32Array(vector.itemCount);
  for (let i = 0; i < column.length; i++) {
    const cell: unknown = vector.getItem(i);
    if (typeof cell !== 'number' || (cell | 0) !== cell)
      throw new AnalysisError('INTERNAL', { place: 'engine: a cell is no integer' });
    column[i] = cell;
  }
  return column;
}
