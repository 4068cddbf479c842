import type { StorePath } from '../../contract/manifest';
import { type Join, SAID } from './find-joins';

/** How documents of a kind come to a person: join by join, the last one at a key of the people's own table. */
export type OwnerChain = readonly Join[];

/** The documents of a kind whose person is told over joins. */
export interface OwnedKind {
  kind: string;
  chain: OwnerChain;
  /** Derived table of the owners. */
  owners: StorePath;
}

/** Longest way from a document to its person. */
const LONGEST = 4;

/**
 * For each kind the shortest way over joins to a key of people, the firmer of two: names before values, more values before fewer.
 * A kind on the way back to itself is never gone through.
 *
 * @param people kind of the people's own table
 */
export function ownerChains(joins: readonly Join[], people: string): Map<string, OwnerChain> {
  // What the user says of a table's documents counts alone.
  const isSaid = (kind: string) => joins.some(({ from, bond }) => bond === SAID && from.kind === kind);
  const chains = new Map<string, OwnerChain>();
  let ends = new Map<string, OwnerChain>([[people, []]]);
  for (let length = 1; length <= LONGEST && ends.size > 0; length++) {
    const next = new Map<string, OwnerChain>();
    const steps = joins
      .filter(({ from, to }) => ends.has(to.kind) && !chains.has(from.kind) && from.kind !== people)
      .filter(({ from, bond }) => bond === SAID || !isSaid(from.kind))
      .sort((a, b) => Number(a.isOther) - Number(b.isOther) || b.bond - a.bond || b.matched - a.matched);
    for (const join of steps) {
      if (!next.has(join.from.kind)) next.set(join.from.kind, [join, ...(ends.get(join.to.kind) ?? [])]);
    }
    for (const [kind, chain] of next) chains.set(kind, chain);
    ends = next;
  }
  return chains;
}
