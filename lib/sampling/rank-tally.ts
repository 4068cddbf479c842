import { RANK_PARTS } from '../contract/rank';

/** Ranks of keys as the check of a draw needs them. */
export interface TalliedRanks {
  count: number;
  /** −1 where there are none. */
  largest: number;
  /** How many lie in each of `RANK_PARTS` parts of equal width from 0 to the threshold; those above it in the last. */
  parts: number[];
}

/** Counts ranks under a threshold as they come. */
export function rankTally(threshold: number): { add: (rank: number) => void; tallied: TalliedRanks } {
  const width = (threshold + 1) / RANK_PARTS;
  const parts = Array.from({ length: RANK_PARTS }, () => 0);
  const tallied: TalliedRanks = { count: 0, largest: -1, parts };
  return {
    tallied,
    add(rank) {
      const part = Math.min(RANK_PARTS - 1, Math.floor(rank / width));
      parts[part] = (parts[part] ?? 0) + 1;
      tallied.count++;
      tallied.largest = Math.max(tallied.largest, rank);
    },
  };
}
