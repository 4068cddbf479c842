import type { Field } from '../contract/field';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { quoteIdentifier } from '../engine/quote';
import { distinctValues } from '../fields/no-values/no-values-at';
import { lastKey } from '../fields/path-keys';
import { BARE, ONE_EACH } from './key-names';

/** Rows that must name a person for that key to speak of the others. */
const MOST_ROWS = 0.5;

/**
 * The bare ids (`id`, `_id` …) that number rows and not people: whole numbers without a gap, one to a row. One is a
 * person's all the same where its table holds one person a row, as another key of people there tells; where no other key
 * stands beside it, where documents of another kind name accounts by numbers among its own.
 *
 * @param own fields that may tell people apart
 */
export async function rowNumbers(store: Store, own: readonly Field[]): Promise<ReadonlySet<StorePath>> {
  const found = new Set<StorePath>();
  const isBare = ({ entry }: Field) => BARE.test(lastKey(entry.path));
  for (const field of own.filter((each) => each.category === 'account-id' && isBare(each))) {
    const { entry } = field;
    const span = await spanOf(store, entry);
    if (span === null || span.high - span.low + 1 !== entry.distinct) continue;
    if (entry.distinct < ONE_EACH * entry.filledValues) continue;
    const beside = own.filter(
      (each) =>
        each.entry.table === entry.table &&
        !isBare(each) &&
        each.entry.filledValues >= MOST_ROWS * entry.filledValues,
    );
    const holdsOneEach = beside.some(
      (each) => distinctValues(each.entry) >= ONE_EACH * each.entry.filledValues,
    );
    if (holdsOneEach || (beside.length === 0 && (await isReferredTo(field, span)))) continue;
    found.add(entry);
  }
  return found;

  async function isReferredTo({ entry }: Field, span: Span): Promise<boolean> {
    for (const other of own) {
      if (other.category !== 'account-id' || other.entry.kind === entry.kind || isBare(other)) continue;
      const named = await spanOf(store, other.entry);
      if (named !== null && span.low <= named.low && named.high <= span.high) return true;
    }
    return false;
  }
}

interface Span {
  low: number;
  high: number;
}

/** The smallest and the largest of a path's values where all are whole numbers; null where one is not. */
async function spanOf(store: Store, { column, table, filledValues }: StorePath): Promise<Span | null> {
  if (column === null) return null;
  const numbers = `select try_cast(${quoteIdentifier(column)} as bigint) as n from ${store.source(table)}`;
  // Larger ones are no safe numbers here, and number no rows.
  const safe = `n between ${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}`;
  const [row = []] = await store.engine.numbers(
    `select count(n), min(n), max(n) from (${numbers}) where ${safe}`,
  );
  const [count = 0, low = null, high = null] = row;
  return count === filledValues && low !== null && high !== null ? { low, high } : null;
}
