import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Engine, Parameter } from '../contract/store';
import { stopReason } from '../contract/errors';
import { engineFault } from './engine-fault';
import { fillTable } from './fill-table';
import { quoteText } from './quote';
import { numberCell, textCell } from './read-cells';
import { readIntegers } from './read-integers';

/** How an engine is opened. */
export interface EngineOptions {
  /** Threads that work on one statement; defaults to 2. */
  threads?: number;
  /** DuckDB's own limit, which its process exceeds by up to the half; defaults to '900MB'. */
  memoryLimit?: string;
  /** Private folder (0700) for what does not fit into memory; its owner removes it. */
  tempDir: string;
  /** Folders that statements may read; everything else on disk and every network is closed. */
  readable: string[];
  /** Aborting ends the statement at work and refuses all that follow. */
  signal?: AbortSignal | undefined;
}

/** How often a statement that is to end is told so: one that is only just beginning does not hear it. */
const INSIST_MS = 50;
let underWay = 0;

/** Whether a statement is at work: while it is, Node cannot end the process in order. */
export function isAsking(): boolean {
  return underWay > 0;
}

/**
 * Opens DuckDB in memory, with the network, extensions and every folder but `readable` closed for good.
 *
 * Numbers come out bare and texts sealed. Values are bound; whole numbers are bound as whole numbers.
 *
 * @throws what the signal was aborted with, or INTERRUPTED; INTERNAL wherever the engine fails; its own messages quote values and are dropped
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  try {
    const { instance, connection } = await openLocked(options);
    return engineOn(instance, connection, options.signal);
  } catch (fault) {
    throw engineFault('engine open', fault);
  }
}

async function openLocked({ threads = 2, memoryLimit = '900MB', tempDir, readable }: EngineOptions) {
  // Loading costs a tenth of a second, so nobody pays for it before the first question.
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
  const instance = await Instance.create(':memory:', {
    threads: String(threads),
    memory_limit: memoryLimit,
    temp_directory: tempDir,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  // DuckDB takes the folders only after opening and only while external access is still on.
  await connection.run(`set allowed_directories = [${readable.map(quoteText).join(', ')}]`);
  await connection.run("set TimeZone = 'UTC'");
  // Stores never change: a footer is read once, not at every question.
  await connection.run('set parquet_metadata_cache = true');
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  return { instance, connection };
}

function engineOn(
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
): Engine {
  let insisting: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    insisting = setInterval(() => connection.interrupt(), INSIST_MS).unref();
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  const inOrder = async <T>(work: () => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw stopReason(signal);
    underWay++;
    try {
      return await work();
    } catch (fault) {
      throw signal?.aborted ? stopReason(signal) : fault;
    } finally {
      underWay--;
    }
  };
  // One connection answers one statement at a time; the chain keeps callers that ask at once in order.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(place: string, work: () => Promise<T>): Promise<T> => {
    const turn = last
      .then(() => inOrder(work))
      .catch((fault: unknown) => {
        throw engineFault(place, fault);
      });
    last = turn.catch(() => undefined);
    return turn;
  };
  // Rows as arrays only: row objects take a column named __proto__ for their prototype.
  const rows = async (sql: string, parameters: Parameter[] = []) =>
    (await connection.runAndReadAll(sql, parameters.map(bindable))).getRows();
  return {
    numbers: (sql, parameters) =>
      inTurn('engine numbers', async () => (await rows(sql, parameters)).map((row) => row.map(numberCell))),
    integers: (sql, take) => inTurn('engine integers', () => readIntegers(connection, sql, take)),
    texts: (sql, parameters) =>
      inTurn('engine texts', async () => (await rows(sql, parameters)).map((row) => row.map(textCell))),
    run: (sql, parameters) =>
      inTurn('engine run', async () => {
        await rows(sql, parameters);
      }),
    fill: (table, columns, values) =>
      inTurn('engine fill', () => fillTable(connection, table, columns, values)),
    close() {
      signal?.removeEventListener('abort', interrupt);
      clearInterval(insisting);
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The driver binds every JavaScript number as a double, which compares wrongly with 64-bit columns. */
function bindable(value: Parameter): Parameter {
  return typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)
    ? BigInt(value)
    : value;
}
