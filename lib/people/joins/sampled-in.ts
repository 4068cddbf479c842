import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { keyTextSql } from './key-text-sql';

/**
 * What share of the texts kept of each path stands in one column: one look at the column for all of them, where to compare all
 * values would go over each path once more. The texts are a path's first different ones, so that the share is a hint and no count.
 *
 * @param paths of the inventory; one that is not in it, or of which no text was kept, is missing in the answer
 * @returns shares, 0 to 1
 */
export async function sampledIn(
  store: Store,
  to: StorePath,
  paths: readonly StorePath[],
): Promise<Map<StorePath, number>> {
  const all = store.manifest.paths;
  const numbers = paths.map((path) => all.indexOf(path)).filter((number) => number >= 0);
  if (numbers.length === 0) return new Map();
  const texts = `(select path, lower(trim(text)) as key from ${store.source('samples')}
    where path in (${numbers.join(', ')}))`;
  const key = keyTextSql(to);
  const rows = await store.engine.numbers(
    `with there as (select distinct lower(${key}) as key from ${store.source(to.table)}
       where lower(${key}) in (select key from ${texts}))
     select cast(path as integer), count(*) filter (key in (select key from there)) / count(*)
     from ${texts} group by path`,
  );
  return new Map(
    rows.flatMap(([number, share]) => {
      const path = all[number ?? -1];
      return path ? [[path, share ?? 0] as const] : [];
    }),
  );
}
