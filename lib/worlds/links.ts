import type { Population } from './population';

/** Two accounts that belong together: one person's, or two people's of one household. */
export interface Pair {
  accounts: [number, number];
  by: 'address' | 'mailbox' | 'device';
  one: 'person' | 'household';
}

/** The pairs of which both accounts are among those counted. */
export function pairsAmong({ linkOf }: Population, linked: number[]): Pair[] {
  const there = new Set(linked);
  return linked.flatMap((number): Pair[] => {
    const link = linkOf(number);
    if (!link || link.other < number || !there.has(link.other)) return [];
    const household = link.by === 'household';
    const by = link.by === 'household' ? 'device' : link.by;
    return [{ accounts: [number, link.other], by, one: household ? 'household' : 'person' }];
  });
}
