import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { keyTextSql } from './key-text-sql';

/** How many different values of a column there are, and how many of them stand in another. */
export async function held(
  store: Store,
  from: StorePath,
  to: StorePath,
): Promise<{ values: number; matched: number }> {
  const keys = (entry: StorePath) => `select ${keyTextSql(entry)} as key from ${store.source(entry.table)}`;
  const [[values = 0, matched = 0] = []] = await store.engine.numbers(
    `select count(*), count(*) filter (key in (${keys(to)}))
     from (select distinct key from (${keys(from)}) where key <> '')`,
  );
  return { values: values ?? 0, matched: matched ?? 0 };
}
