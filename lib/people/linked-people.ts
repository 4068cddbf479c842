import type { Store } from '../contract/store';
import type { LinkLimits } from './link-limits';
import type { Tie } from './link-sources';
import { LINKS } from './link-table';
import { UnionFind } from './union-find';

/** Pairs fetched at once, so that a large input does not lie in memory whole. */
const SLICE = 250_000;

/** What links make of the owners that they touch. Everybody else stands alone and is not in these numbers. */
export interface LinkedOwners {
  owners: number;
  /** People among them: joined by own keys and devices, no more than the limit together. */
  people: number;
  /** Groups above the limit; they fell apart into those joined by own keys alone. */
  cut: number;
  /** People, had there been no limit. */
  withoutLimit: number;
  /** People, joined by own keys alone. */
  withoutDevices: number;
  households: number;
  householdsCut: number;
}

/**
 * Joins the owners in the table `links` into people and households. Owners become whole numbers in the engine, and only
 * those come out; eight bytes of memory an owner and kind of group.
 *
 * - own keys: accounts, e-mail addresses, phone numbers; a group above the limit falls apart into its members
 * - people: own keys and devices; a group above the limit falls apart into those of own keys
 * - households: people and home networks; a group above its limit falls apart into people
 */
export async function linkedOwners(store: Store, limits: LinkLimits): Promise<LinkedOwners> {
  const owners = await numberOwners(store);
  const [own, devices, networks] = [new UnionFind(owners), new UnionFind(owners), new UnionFind(owners)];
  for await (const [tie, one, other] of pairs(store)) {
    if (tie === TIES.indexOf('own')) own.join(one, other);
    if (tie <= TIES.indexOf('device')) devices.join(one, other);
    networks.join(one, other);
  }
  const strict = groupsOf(own, owners, { limit: limits.person, within: (owner) => owner });
  const people = groupsOf(devices, owners, { limit: limits.person, within: strict.label });
  const households = groupsOf(networks, owners, { limit: limits.household, within: people.label });
  return {
    owners,
    people: people.count,
    cut: people.cut,
    withoutLimit: people.whole,
    withoutDevices: strict.count,
    households: households.count,
    householdsCut: households.cut,
  };
}

const TIES: Tie[] = ['own', 'device', 'network'];

interface Groups {
  count: number;
  cut: number;
  /** Groups, had there been no limit. */
  whole: number;
  /** The member that stands for an owner's group. */
  label: (owner: number) => number;
}

function groupsOf(
  sets: UnionFind,
  owners: number,
  { limit, within }: { limit: number; within: (owner: number) => number },
): Groups {
  const label = (owner: number) => (sets.sizeOf(owner) <= limit ? sets.find(owner) : within(owner));
  const seen = new Uint8Array(owners);
  let [count, cut, whole] = [0, 0, 0];
  for (let owner = 0; owner < owners; owner++) {
    const own = label(owner);
    if (seen[own] === 0) count++;
    seen[own] = 1;
    if (sets.find(owner) !== owner) continue;
    whole++;
    if (sets.sizeOf(owner) > limit) cut++;
  }
  return { count, cut, whole, label };
}

/** Numbers the owners in `links` and lays the pairs out in numbers. */
async function numberOwners({ engine }: Store): Promise<number> {
  await engine.run(`create or replace temp table link_owners as
    select owner, cast(row_number() over () - 1 as integer) as id
    from (select owner from ${LINKS} union select first from ${LINKS})`);
  const tie = TIES.map((name, i) => `when '${name}' then ${i}`).join(' ');
  await engine.run(`create or replace temp table link_pairs as
    select case tie ${tie} end as tie, one.id as one, other.id as other from ${LINKS}
    join link_owners as one on one.owner = first join link_owners as other on other.owner = ${LINKS}.owner`);
  const [row] = await engine.numbers('select count(*) from link_owners');
  return row?.[0] ?? 0;
}

async function* pairs({ engine }: Store): AsyncGenerator<[number, number, number]> {
  const [row] = await engine.numbers('select count(*) from link_pairs');
  for (let from = 0; from < (row?.[0] ?? 0); from += SLICE) {
    const rows = await engine.numbers(
      `select tie, one, other from link_pairs where rowid >= ${from} and rowid < ${from + SLICE}`,
    );
    yield* rows as [number, number, number][];
  }
}
