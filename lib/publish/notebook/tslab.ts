import { dirname, join } from 'node:path';

/** What the kit uses of tslab's inside. Pinned to 1.0.22; a smoke test runs a notebook through it. */
export interface Tslab {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): { close(): void };
  createExecutor(cwd: string, converters: object, console: TslabConsole): TslabExecutor;
  /** The module whose `lastWriteDisplayData` receives what cells display. */
  jupyter: { lastWriteDisplayData: DisplayWriter | null };
}

/** Runs cells; false where the cell failed. */
export interface TslabExecutor {
  execute(source: string): Promise<boolean>;
  close(): void;
}

/** Receives a cell's last value and its errors: one Error thrown, or printf arguments of the compiler. */
export interface TslabConsole {
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
}

/** Receives what a cell displays; `update` replaces an earlier display of the same id. */
export type DisplayWriter = (
  content: {
    data: Record<string, unknown>;
    metadata?: Record<string, unknown>;
    transient?: { display_id?: string };
  },
  update?: boolean,
) => void;

/**
 * Loads tslab's converter and executor from the project that the notebook lies in.
 *
 * @param from folder of the notebook, then the kit's own
 */
export function loadTslab(from: string): Tslab {
  const dist = join(dirname(require.resolve('tslab/package.json', { paths: [from, __dirname] })), 'dist');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the place is known at run time only
  const load = (name: string): unknown => require(join(dist, name));
  const { createConverter } = load('converter.js') as Pick<Tslab, 'createConverter'>;
  const { createExecutor } = load('executor.js') as Pick<Tslab, 'createExecutor'>;
  return { createConverter, createExecutor, jupyter: load('jupyter.js') as Tslab['jupyter'] };
}
