import type { Field } from '../contract/field';
import type { Store } from '../contract/store';
import type { CandidateKey } from './candidate-keys';
import type { LinkLimits } from './link-limits';
import { linkSources } from './link-sources';
import { makeLinks } from './link-table';
import { ownKeysOf } from './own-keys';
import { type Owners, ownersOf } from './owners';

/** Keys that owners share, laid down in the table `links`. */
export interface Linking {
  /** Whose the rows are: their account's, else their e-mail address's, else their phone number's. */
  owners: Owners;
  /** How many keys `links` has; they are numbered from 0. */
  keys: number;
  limits: LinkLimits;
  /** Some document carries a device or a network, which could show a household. */
  households: boolean;
}

/** Finds every key that two owners share: level 4 joins those that have one in common, up to a limit. */
export async function linkPeople(
  store: Store,
  fields: readonly Field[],
  {
    candidates,
    marks,
    limits,
  }: { candidates: readonly CandidateKey[]; marks: ReadonlyMap<string, string>; limits: LinkLimits },
): Promise<Linking> {
  const owners = await ownersOf(store, ownKeysOf(candidates, marks));
  const sources = await linkSources(store, fields, owners);
  const keys = await makeLinks(store, sources, owners.numbered ? 'integer' : 'varchar');
  return { owners, keys, limits, households: sources.some(({ tie }) => tie !== 'own') };
}
