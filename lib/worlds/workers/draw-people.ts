import { RANK_SPACE } from '../../contract/rank';
import type { Answer } from './person-batch';

/** Who ranks below a bound. */
export type Low = NonNullable<Answer['low']>;

/** Who is drawn: numbers of people in ascending order, null for everybody, and the largest rank that is in. */
export interface PeopleDraw {
  numbers: Uint32Array | null;
  threshold: number;
  /** Where everybody with something at a path was taken, and some of the others. */
  presence?: { path: string; holders: number; others: number; threshold: number };
}

/** Everybody is drawn. */
export const EVERYBODY: PeopleDraw = { numbers: null, threshold: RANK_SPACE - 1 };

/** A rank below which `people` of `size` lie, but for a chance below 10^-12. */
export function boundOf(people: number, size: number): number {
  return Math.min(1, (people + 8 * Math.sqrt(people) + 8) / size) * RANK_SPACE;
}

/**
 * Draws the people whose ids have the smallest keyed rank: a simple random sample that anybody can draw again
 * from the seed.
 *
 * @param people how many
 * @param low who ranks below a bound, in ascending order of numbers
 * @returns null where fewer rank below the bound
 */
export function drawPeople(people: number, low: Low[]): PeopleDraw | null {
  const found = low.reduce((sum, { ranks }) => sum + ranks.length, 0);
  if (found < people) return null;
  const ranks = new Float64Array(found);
  let at = 0;
  for (const batch of low) {
    ranks.set(batch.ranks, at);
    at += batch.ranks.length;
  }
  ranks.sort();
  const threshold = ranks[people - 1] ?? 0;
  const numbers = new Uint32Array(people);
  let drawn = 0;
  for (const batch of low) {
    batch.ranks.forEach((rank, i) => {
      if (rank <= threshold && drawn < people) numbers[drawn++] = batch.numbers[i] ?? 0;
    });
  }
  return { numbers, threshold };
}

/**
 * Everybody of a list, and of the others those with the smallest keyed ranks.
 *
 * @param holders numbers of people, all of whom are in
 * @param others how many of the others
 * @returns null where fewer of the others rank below the bound
 */
export function drawBeside(
  path: string,
  holders: number[],
  { others, low }: { others: number; low: Low[] },
): PeopleDraw | null {
  const held = new Set(holders);
  const rest = low.map(({ numbers, ranks }): Low => {
    const free = (_: number, i: number) => !held.has(numbers[i] ?? 0);
    return { numbers: numbers.filter(free), ranks: ranks.filter(free) };
  });
  const drawn = drawPeople(others, rest);
  if (!drawn) return null;
  const numbers = Uint32Array.from([...holders, ...(drawn.numbers ?? [])]).sort();
  const { threshold } = drawn;
  return {
    numbers,
    threshold: RANK_SPACE - 1,
    presence: { path, holders: holders.length, others, threshold },
  };
}
