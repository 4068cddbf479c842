import { setImmediate as turn } from 'node:timers/promises';
import type { InputReading } from './input-reading';
import { columnOrder } from './merge/column-order';
import { countDistinct } from './merge/count-distinct';
import { describePass } from './merge/describe-pass';
import type { FinalKinds } from './merge/final-kinds';
import { isRow, mergePaths } from './merge/merge-paths';
import { writeRefusedNames } from './parquet/write-refused-names';
import { writeRejects } from './parquet/write-rejects';
import { writeSamples } from './parquet/write-samples';
import { writeTables } from './parquet/write-tables';
import type { PassResult } from './pass-options';
import { startPass } from './wasm/load-pass';
import type { WorkerReport } from './workers/worker-report';

/** Joins what the workers found, counts distinct values and writes all files of the store into `dir`. */
export async function writeStore(
  dir: string,
  reading: InputReading,
  { reports, kinds }: { reports: WorkerReport[]; kinds: FinalKinds },
): Promise<PassResult> {
  const { pool, parts, unread, files, maxRejects } = reading;
  const paths = mergePaths(reports, kinds, columnOrder(parts));
  // The workers count while footers and samples are written here; in between their messages are passed on.
  const counted = countDistinct(paths, reports, pool);
  counted.catch(() => undefined);
  await turn();
  const pass = startPass(reading.module);
  pass.init(1024, 0n, 0n, 1, 1);
  const tables = writeTables(reports, kinds, paths, { dir, pass });
  await turn();
  writeSamples(dir, paths.filter(isRow), reports);
  await counted;
  reading.step = 'store';
  reading.tell();
  const docBases = reading.firstBlocks.map((block) => pool.linesBefore(block));
  const skipped = pool.skipped.map(({ block, part, byte, length, line, code = 'LINE_TOO_LONG' }) => {
    parts[part]?.skip(code, line === undefined);
    const counted = line ?? pool.linesBefore(block) - (docBases[part] ?? 0) + 1;
    return { part, line: counted, byte, length, code };
  });
  const facts = { kinds, paths, tables, parts, docBases, skipped, unread, files, maxRejects };
  const { result, rejects, names } = describePass(reports, facts);
  writeRejects(dir, rejects);
  writeRefusedNames(dir, names);
  return result;
}
