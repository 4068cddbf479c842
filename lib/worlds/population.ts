import { Choice } from './choice';
import { permutation } from './permutation';
import { Randoms } from './randoms';
import { TABLE } from './tables';
import type { WorldParameters } from './world-parameters';

/** Account numbers with exact roles, and everything that is worked out once for a world. */
export interface Population {
  size: number;
  given: WorldParameters;
  randoms: Randoms;
  /** 1 for the people with body metrics. */
  testers: Uint8Array;
  /** 1 for the people with a third party's token. */
  tokenHolders: Uint8Array;
  /** Place in the order of sharers plus 1, 0 for people who share with nobody without an account. */
  sharers: Int32Array;
  /** The account whose address an account uses in another spelling, both ways. */
  pairs: Map<number, number>;
  zones: Choice<WorldParameters['zones']['weights'][number]>;
}

/**
 * Gives the exact roles of a world's population. Roles are the first places of keyed permutations, so that a world has
 * exactly as many of each as its parameters say, and the same people in every world of one seed.
 */
export function populationOf(size: number, given: WorldParameters, seed: string): Population {
  const randoms = Randoms.of(seed);
  const sharers = new Int32Array(size);
  const sharer = permutation(randoms, TABLE.sharers, size);
  for (let place = 0; place < given.shares.addressesWithoutAccount[0]; place++)
    sharers[sharer(place)] = place + 1;
  const pairs = new Map<number, number>();
  const paired = permutation(randoms, TABLE.pairs, size);
  for (let pair = 0; pair < given.accounts.sharedAddressPairs; pair++) {
    const [one, other] = [paired(2 * pair), paired(2 * pair + 1)];
    pairs.set(one, other).set(other, one);
  }
  return {
    size,
    given,
    randoms,
    testers: firstPlaces(permutation(randoms, TABLE.testers, size), given.scale.testers, size),
    tokenHolders: firstPlaces(
      permutation(randoms, TABLE.tokenHolders, size),
      given.accounts.thirdPartyTokens,
      size,
    ),
    sharers,
    pairs,
    zones: new Choice(given.zones.weights, (zone) => zone.weight),
  };
}

function firstPlaces(order: (place: number) => number, count: number, size: number): Uint8Array {
  const marks = new Uint8Array(size);
  for (let place = 0; place < count; place++) marks[order(place)] = 1;
  return marks;
}
