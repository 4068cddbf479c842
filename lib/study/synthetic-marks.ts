import type { Field } from '../contract/field';
import type { Store } from '../contract/store';
import { quoteIdentifier, quoteText } from '../engine/quote';

/** Domains reserved for documentation. */
const ENDS = ['example.org', 'example.com', 'example.net'];

/** Where the e-mail addresses of an input lie. */
export type SyntheticMarks =
  /** All under domains reserved for documentation (RFC 2606), and there is at least one: it looks synthetic. */
  | 'reserved'
  /** At least one elsewhere. */
  | 'foreign'
  /** There are none. */
  | 'none';

/**
 * Whether an input carries the marks of synthetic data. One that does and is no known world gets the stamp and keeps its
 * small counts hidden.
 */
export async function syntheticMarks(store: Store, fields: Field[]): Promise<SyntheticMarks> {
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
    if (others.length > 0) return 'foreign';
    addresses += entry.filledValues;
  }
  return addresses > 0 ? 'reserved' : 'none';
}
