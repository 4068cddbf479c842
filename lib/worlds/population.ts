import { Choice } from './choice';
import { Places } from './places';
import { Randoms } from './randoms';
import { TABLE } from './tables';
import { UserIds } from './user-id';
import type { WorldParameters } from './world-parameters';

/** Account numbers with exact roles, and everything that is worked out once for a world. */
export interface Population {
  size: number;
  given: WorldParameters;
  randoms: Randoms;
  ids: UserIds;
  /** The people with body metrics. */
  testers: Places;
  /** The people with a third party's token. */
  tokenHolders: Places;
  /** The people who share with somebody without an account. */
  sharers: Places;
  /** The account whose address an account uses in another spelling; −1 for who uses their own. */
  partner: (person: number) => number;
  zones: Choice<WorldParameters['zones']['weights'][number]>;
}

/**
 * Gives the exact roles of a world's population. Roles are the first places of keyed permutations, so that a world has
 * exactly as many of each as its parameters say, and the same people in every world of one seed.
 */
export function populationOf(size: number, given: WorldParameters, seed: string): Population {
  const randoms = Randoms.of(seed);
  const first = (table: number, places: number) => new Places(randoms, table, { places, size });
  const paired = first(TABLE.pairs, 2 * given.accounts.sharedAddressPairs);
  return {
    size,
    given,
    randoms,
    ids: new UserIds(randoms),
    testers: first(TABLE.testers, given.scale.testers),
    tokenHolders: first(TABLE.tokenHolders, given.accounts.thirdPartyTokens),
    sharers: first(TABLE.sharers, given.shares.addressesWithoutAccount[0]),
    partner(person) {
      const place = paired.of(person);
      return place < 0 ? -1 : paired.at(place ^ 1);
    },
    zones: new Choice(given.zones.weights, (zone) => zone.weight),
  };
}
