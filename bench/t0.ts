// T0: DuckDB's own full-schema load of the same files into a database file, one table a file, two threads.
import { DuckDBInstance } from '@duckdb/node-api';

const [database, ...files] = process.argv.slice(2);
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
const reader = (file: string) =>
  /\.csv(\.gz)?$/.test(file)
    ? `read_csv(${quoted(file)}, all_varchar = true)`
    : `read_json(${quoted(file)}, sample_size = -1, maximum_object_size = 100000000)`;

async function main(): Promise<void> {
  const instance = await DuckDBInstance.create(database, { threads: '2' });
  const connection = await instance.connect();
  for (const [i, file] of files.entries())
    await connection.run(`create table t${i} as select * from ${reader(file)}`);
  connection.closeSync();
  instance.closeSync();
}

void main();
