import type { Field } from '../contract/field';
import type { Store } from '../contract/store';
import { quoteIdentifier } from '../engine/quote';

/**
 * Whether an input carries the marks of synthetic data: every e-mail address lies under a domain reserved for
 * documentation (RFC 2606), and there is at least one. Such an input gets the stamp and keeps its small counts hidden.
 */
export async function looksSynthetic(store: Store, fields: Field[]): Promise<boolean> {
  let addresses = 0;
  for (const { entry, category } of fields) {
    if (category !== 'email' || entry.column === null) continue;
    const column = quoteIdentifier(entry.column);
    const reserved = ['org', 'com', 'net'].map((end) => `rtrim(lower(${column})) similar to '.*[@.]example\\.${end}'`);
    const [row] = await store.engine.numbers(
      `select count(${column}), count(*) filter (where ${column} like '%@%' and not (${reserved.join(' or ')}))
       from ${store.source(entry.table)}`,
    );
    if (row?.[1]) return false;
    addresses += row?.[0] ?? 0;
  }
  return addresses > 0;
}
