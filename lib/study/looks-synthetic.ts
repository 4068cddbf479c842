import type { Field } from '../contract/field';
import type { Store } from '../contract/store';
import { quoteIdentifier, quoteText } from '../engine/quote';

/** Domains reserved for documentation. */
const ENDS = ['example.org', 'example.com', 'example.net'];

/**
 * Whether an input carries the marks of synthetic data: every e-mail address lies under a domain reserved for
 * documentation (RFC 2606), and there is at least one. Such an input gets the stamp and keeps its small counts hidden.
 */
export async function looksSynthetic(store: Store, fields: Field[]): Promise<boolean> {
  let addresses = 0;
  for (const { entry, category } of fields) {
    if (category !== 'email' || entry.column === null) continue;
    const column = quoteIdentifier(entry.column);
    // Bytes first, patterns for the rest: at the first address that fails both, the answer is no.
    const plain = ['@', '.'].flatMap((before) =>
      ENDS.map((end) => `not suffix(${column}, ${quoteText(before + end)})`),
    );
    const folded = ENDS.map(
      (end) => `rtrim(lower(${column})) not similar to ${quoteText(`.*[@.]${end.replace('.', '\\.')}`)}`,
    );
    const others = await store.engine.numbers(
      `select 1 from ${store.source(entry.table)}
       where ${[...plain, `${column} like '%@%'`, ...folded].join(' and ')} limit 1`,
    );
    if (others.length > 0) return false;
    addresses += entry.filledValues;
  }
  return addresses > 0;
}
