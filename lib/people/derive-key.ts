import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';

/**
 * Makes a table of the engine (`_doc`, `owner`) known to the store as one that says whose documents are.
 *
 * @param like the path as which it counts
 * @returns what the table holds, counted
 */
export async function deriveKey(store: Store, table: string, like: StorePath): Promise<StorePath> {
  const [row] = await store.engine.numbers(
    `select count(*), count(distinct owner), count(distinct _doc) from ${table}`,
  );
  const [values = 0, distinct = 0, filled = 0] = (row ?? []).map((cell) => cell ?? 0);
  const entry: StorePath = {
    ...like,
    table,
    column: 'owner',
    typeColumn: null,
    present: filled,
    filled,
    values,
    filledValues: values,
    distinct,
    types: { string: values },
  };
  store.derive(entry);
  return entry;
}
