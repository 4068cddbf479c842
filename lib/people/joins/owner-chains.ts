import type { Join } from './find-joins';

/** How documents of a kind come to a person: join by join, the last one at a key of the people's own table. */
export type OwnerChain = readonly Join[];

/** Longest way from a document to its person. */
const LONGEST = 4;

/**
 * For each kind the shortest way over joins to a key of people, the firmer of two: names before values, more values before fewer.
 * A kind on the way back to itself is never gone through.
 *
 * @param people kind of the people's own table
 */
export function ownerChains(joins: readonly Join[], people: string): Map<string, OwnerChain> {
  const chains = new Map<string, OwnerChain>();
  let ends = new Map<string, OwnerChain>([[people, []]]);
  for (let length = 1; length <= LONGEST && ends.size > 0; length++) {
    const next = new Map<string, OwnerChain>();
    const steps = joins
      .filter(({ from, to }) => ends.has(to.kind) && !chains.has(from.kind) && from.kind !== people)
      .sort((a, b) => Number(a.isOther) - Number(b.isOther) || b.bond - a.bond || b.matched - a.matched);
    for (const join of steps) {
      if (!next.has(join.from.kind)) next.set(join.from.kind, [join, ...(ends.get(join.to.kind) ?? [])]);
    }
    for (const [kind, chain] of next) chains.set(kind, chain);
    ends = next;
  }
  return chains;
}
