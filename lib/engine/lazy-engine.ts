import type { Engine } from '../contract/store';

/**
 * An engine that opens at its first question. `warm` opens it ahead, while something else is waited for.
 *
 * @param open called once
 */
export function lazyEngine(open: () => Promise<Engine>): Engine & { warm(): void } {
  let opening: Promise<Engine> | null = null;
  let closed = false;
  const engine = () => (opening ??= open());
  return {
    numbers: async (sql, parameters) => (await engine()).numbers(sql, parameters),
    integers: async (sql, take) => (await engine()).integers(sql, take),
    texts: async (sql, parameters) => (await engine()).texts(sql, parameters),
    run: async (sql, parameters) => (await engine()).run(sql, parameters),
    fill: async (table, columns, rows) => (await engine()).fill(table, columns, rows),
    // A failure to open is told to whoever asks the first question, not here.
    warm: () => void engine().catch(() => undefined),
    close() {
      if (closed || opening === null) return;
      closed = true;
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
    },
  };
}
