import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import type { LinkLimits } from '../people/link-limits';
import { LINKS, TIES } from '../people/link-table';
import type { Owners } from '../people/owners';
import { UnionFind } from './union-find';

/** What links make of the owners that have a number. Everybody else stands alone and is not in these numbers. */
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
}

/**
 * Joins the owners in the table `links` into people and households. Only numbers leave the engine; five bytes of memory
 * an owner, four a key.
 *
 * - own keys: accounts, e-mail addresses, phone numbers; a group above the limit falls apart into its members
 * - people: own keys and devices; a group above the limit falls apart into those of own keys
 * - households: people and home networks; a group above its limit falls apart into people
 *
 * @param keys how many keys `links` has
 */
export async function linkedOwners(
  store: Store,
  owners: Owners,
  { keys, limits }: { keys: number; limits: LinkLimits },
): Promise<LinkedOwners> {
  const count = owners.numbered ? owners.numbers : await numberOwners(store);
  const groups = new Groups(count, keys);
  const after = async (tie: number, limit: number) => {
    await store.engine.integers(linksOf(tie, owners), ([key, owner]) => groups.join(key, owner));
    return groups.fallApart(limit);
  };
  const [own, device, network] = [
    await after(TIES.indexOf('own'), limits.person),
    await after(TIES.indexOf('device'), limits.person),
    await after(TIES.indexOf('network'), limits.household),
  ];
  return {
    owners: count,
    people: device.count,
    cut: device.cut,
    withoutLimit: device.whole,
    withoutDevices: own.count,
    households: network.count,
  };
}

/** SQL of the links of one sort: numbers of keys and of owners. */
function linksOf(tie: number, { numbered }: Owners): string {
  if (numbered) return `select key, owner from ${LINKS} where tie = ${tie}`;
  return `select key, id from ${LINKS} join link_owners using (owner) where tie = ${tie}`;
}

/** Numbers the owners in `links`, where they have none. */
async function numberOwners({ engine }: Store): Promise<number> {
  await engine.run(`create or replace temp table link_owners as
    select owner, cast(row_number() over () - 1 as integer) as id from (select distinct owner from ${LINKS})`);
  return oneNumber(engine, 'select count(*) from link_owners');
}

/** Owners in groups that grow from sort to sort of links. */
class Groups {
  readonly #sets: UnionFind;
  /** The first owner of each key; −1 while it has none. */
  readonly #first: Int32Array;
  /** 1 for the one owner of each group, as it fell apart the last time, that stands for it. */
  readonly #stands: Uint8Array;

  constructor(owners: number, keys: number) {
    this.#sets = new UnionFind(owners);
    this.#first = new Int32Array(keys).fill(-1);
    this.#stands = new Uint8Array(owners).fill(1);
  }

  /** Joins the owners of each key. */
  join(keys: Int32Array = EMPTY, owners: Int32Array = EMPTY): void {
    for (let i = 0; i < keys.length; i++) {
      const [key, owner] = [keys[i] ?? 0, owners[i] ?? 0];
      const first = this.#first[key] ?? -1;
      if (first < 0) this.#first[key] = owner;
      else this.#sets.join(first, owner);
    }
  }

  /**
   * Counts the groups, where those above a limit are what they were the last time.
   *
   * @returns groups; those above the limit; groups, had there been no limit
   */
  fallApart(limit: number): { count: number; cut: number; whole: number } {
    let [count, cut, whole] = [0, 0, 0];
    for (let owner = 0; owner < this.#stands.length; owner++) {
      const standing = this.#sets.find(owner);
      const isLarge = this.#sets.sizeOf(standing) > limit;
      if (!isLarge) this.#stands[owner] = Number(standing === owner);
      count += this.#stands[owner] ?? 0;
      if (standing !== owner) continue;
      whole++;
      if (isLarge) cut++;
    }
    return { count, cut, whole };
  }
}

const EMPTY = new Int32Array(0);
