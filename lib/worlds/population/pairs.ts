import type { Population } from './population-plan';

/** Two people that belong together: one person with two entries, or two people of one household. */
export interface Pair {
  people: [number, number];
  by: 'address' | 'mailbox' | 'device';
  one: 'person' | 'household';
}

/** The pairs of which both people are among those counted. */
export function pairsAmong({ roles }: Population, counted: number[]): Pair[] {
  const there = new Set(counted);
  return counted.flatMap((number): Pair[] => {
    const partner = roles.partner(number);
    if (!partner || partner.other < number || !there.has(partner.other)) return [];
    const household = partner.by === 'household';
    const by = partner.by === 'household' ? 'device' : partner.by;
    return [{ people: [number, partner.other], by, one: household ? 'household' : 'person' }];
  });
}
