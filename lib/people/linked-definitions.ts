import type { FieldNotes } from '../contract/case';
import type { Field } from '../contract/field';
import { measureTitle } from '../contract/measure-id';
import { MEASURES } from '../contract/measure-table';
import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import type { CandidateKey } from './candidate-keys';
import { LINK_LIMITS } from './link-limits';
import { linkSources } from './link-sources';
import { makeLinks } from './link-table';
import { linkedOwners } from './linked-people';
import type { OwnKeys } from './own-keys';
import { alwaysAccount, ownKeysOf, ownerSql } from './own-keys';
import { ownersOf } from './owners';

/** What {@link linkedDefinitions} goes over. */
export interface LinkContext {
  store: Store;
  fields: readonly Field[];
  candidates: readonly CandidateKey[];
  /** The definitions by single keys. */
  definitions: readonly PeopleDefinition[];
  notes: FieldNotes | null;
}

/**
 * People and households that shared keys make of owners: level 4. The owner of a row is its account, else its e-mail
 * address, else its phone number; owners that share a key are one person, up to a limit.
 *
 * @returns people (their range: from households to people joined by own keys alone), and households where any document
 *   carries a device or a network
 */
export async function linkedDefinitions(context: LinkContext): Promise<PeopleDefinition[]> {
  const { store, fields, candidates, definitions, notes } = context;
  const own = ownKeysOf(candidates);
  const owners = await ownersOf(store, own);
  const sources = await linkSources(store, fields, owners);
  const keyCount = await makeLinks(store, sources, owners.numbered ? 'integer' : 'varchar');
  const limits = { ...LINK_LIMITS, ...notes?.links };
  const linked = await linkedOwners(store, owners, { keys: keyCount, limits });
  const accounts = definitions.find(({ id }) => id === 'people.accounts')?.count ?? 0;
  const alone = accounts + (await otherOwners(store, own)) - linked.owners;
  const keys = [
    ...new Map(
      definitions.flatMap((each) => each.keys).map((key) => [`${key.kind} ${key.path}`, key]),
    ).values(),
  ];
  const people: PeopleDefinition[] = [
    {
      id: 'people.linked-l4',
      definition: measureTitle('people.linked-l4', [String(limits.person)]),
      unit: MEASURES['people.linked-l4'].unit,
      keys,
      count: alone + linked.people,
      range: [alone + Math.min(linked.households, linked.withoutLimit), alone + linked.withoutDevices],
      links: {
        limit: limits.person,
        cut: linked.cut,
        withoutLimit: alone + linked.withoutLimit,
        withoutDevices: alone + linked.withoutDevices,
      },
    },
  ];
  // Without devices and networks in the file nothing could show a household.
  if (sources.some(({ tie }) => tie !== 'own'))
    people.push({
      id: 'people.households',
      definition: measureTitle('people.households', [String(limits.household)]),
      unit: MEASURES['people.households'].unit,
      keys,
      count: alone + linked.households,
      range: null,
      links: null,
    });
  return people;
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
  const [row] = await store.engine.numbers(
    `select count(distinct owner) from (${rows.join(' union all ')}) where owner >= 'b'`,
  );
  return row?.[0] ?? 0;
}
