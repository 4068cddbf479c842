import { ADDRESS_MAP_BITS } from '../wasm/shared/limits';
import type { Category } from '../../../contract/categories';
import type { LiveCountsMessage } from './messages';

/** Bytes of the map in which e-mail addresses are marked. */
export const ADDRESS_MAP_BYTES = 2 ** (ADDRESS_MAP_BITS - 3);

/** What is known of an input while it is read, beside its documents: counts by codes of the taxonomy. */
export interface LiveCounts {
  /** A lower bound of the different e-mail addresses, in lower case. */
  addresses: number;
  /** Documents with a value of a health category, as far as they are counted. */
  withHealth: Partial<Record<Category, number>>;
}

/** The counts of all workers together: documents add up, addresses are marked in one map that they share. */
export function mergeLiveCounts(liveCounts: ReadonlyMap<number, LiveCountsMessage>): LiveCounts {
  const withHealth: Partial<Record<Category, number>> = {};
  let addresses = 0;
  for (const seen of liveCounts.values()) {
    addresses = Math.max(addresses, seen.addresses);
    for (const [category, count] of Object.entries(seen.documents) as [Category, number][])
      withHealth[category] = (withHealth[category] ?? 0) + count;
  }
  return { addresses, withHealth };
}
