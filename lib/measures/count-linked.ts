import type { CountedDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import type { Linking } from '../people/link-people';
import { alwaysAccount, type OwnKeys, ownerSql } from '../people/own-keys';
import { linkedOwners } from './linked-owners';

/** What a definition is counted with. */
export type DefinitionCount = Pick<CountedDefinition, 'count' | 'range' | 'links'>;

/**
 * People and households that shared keys make of owners: level 4.
 *
 * @param accounts different accounts; 0 where nothing carries one
 * @returns people with their range, from households to people joined by own keys alone; households
 */
export async function countLinked(
  store: Store,
  { owners, keys, limits }: Linking,
  accounts: number,
): Promise<Record<'people.linked-l4' | 'people.households', DefinitionCount>> {
  const linked = await linkedOwners(store, owners, { keys, limits });
  // Accounts that were laid down file by file are no owners: their addresses or numbers are.
  const named = owners.own.some(({ account }) => account !== null) ? accounts : 0;
  const alone = named + (await otherOwners(store, owners.own)) - linked.owners;
  const [withoutLimit, withoutDevices] = [alone + linked.withoutLimit, alone + linked.withoutDevices];
  return {
    'people.linked-l4': {
      count: alone + linked.people,
      range: [alone + Math.min(linked.households, linked.withoutLimit), withoutDevices],
      links: { limit: limits.person, cut: linked.cut, withoutLimit, withoutDevices },
    },
    'people.households': { count: alone + linked.households, range: null, links: null },
  };
}

/** Owners that are known by no account, in rows that name none. */
async function otherOwners(store: Store, own: readonly OwnKeys[]): Promise<number> {
  const rows = own
    .filter((keys) => !alwaysAccount(store, keys))
    .map((keys) => {
      const { owner, joins } = ownerSql(store, keys);
      return `select ${owner} as owner from ${store.source(keys.table)} as own_rows ${joins}`;
    });
  if (rows.length === 0) return 0;
  return oneNumber(
    store.engine,
    `select count(distinct owner) from (${rows.join(' union all ')}) where owner >= 'b'`,
  );
}
