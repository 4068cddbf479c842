import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openEngine } from '../../engine/open-engine';
import { quoteIdentifier, quoteText } from '../../engine/quote';
import type { ColumnCounts } from '../documents/column';

/** One table of a world: its columns in order, with what they hold. */
export interface ParquetTable {
  /** CSV file, which goes. */
  csv: string;
  parquet: string;
  columns: { path: string; counts: (ColumnCounts | undefined)[] }[];
}

/**
 * Turns CSV files of a world into Parquet: whole numbers as BIGINT, numbers with decimals as DOUBLE, what is text
 * anywhere as VARCHAR, a path of two steps as a field of a STRUCT; an empty cell is null, a quoted one an empty text.
 *
 * @returns hex SHA-256 of each file
 */
export async function toParquet(folder: string, tables: ParquetTable[]): Promise<string[]> {
  const tempDir = join(folder, 'engine');
  await mkdir(tempDir);
  const engine = await openEngine({ threads: 1, tempDir, readable: [folder] });
  try {
    for (const { csv, parquet, columns } of tables) {
      const types = columns.map(({ path, counts }) => `${quoteText(path)}: '${typeOf(counts)}'`);
      await engine.run(
        `copy (select ${selected(columns.map(({ path }) => path))} from read_csv(${quoteText(join(folder, csv))},
          header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '',
          allow_quoted_nulls = false, parallel = false, columns = {${types.join(', ')}}))
        to ${quoteText(join(folder, parquet))} (format parquet)`,
      );
      await rm(join(folder, csv));
    }
  } finally {
    engine.close();
    await rm(tempDir, { recursive: true, force: true });
  }
  return Promise.all(tables.map(({ parquet }) => hashOf(join(folder, parquet))));
}

function typeOf(counts: (ColumnCounts | undefined)[]): string {
  const any = (what: 'texts' | 'fractions' | 'flags') => counts.some((each) => (each?.[what] ?? 0) > 0);
  if (any('texts')) return 'VARCHAR';
  if (any('flags')) return 'BOOLEAN';
  return any('fractions') ? 'DOUBLE' : 'BIGINT';
}

/** Columns as they are, those under a common step packed together. */
function selected(paths: string[]): string {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const [step = path] = path.split('.');
    groups.set(step, [...(groups.get(step) ?? []), path]);
  }
  return [...groups]
    .map(([step, members]) => {
      if (members.length === 1 && members[0] === step) return quoteIdentifier(step);
      const fields = members.map(
        (path) => `${quoteIdentifier(path.slice(step.length + 1))} := ${quoteIdentifier(path)}`,
      );
      return `struct_pack(${fields.join(', ')}) as ${quoteIdentifier(step)}`;
    })
    .join(', ');
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
