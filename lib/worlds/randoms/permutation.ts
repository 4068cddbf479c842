import type { Randoms } from './randoms';

const ROUNDS = 6;

/**
 * A keyed permutation of 0 … size − 1: a balanced Feistel network on the next even power of two, walked along its
 * cycle until it lands inside (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002). The first k places
 * are k different numbers, so that a world can have exactly 140 of something without listing everybody.
 *
 * @param randoms the round function
 * @param table number of the table whose counters it uses, 0 to 15
 * @param size how many numbers, 1 to 2^32
 * @returns place → number, both 0 … size − 1
 */
export function permutation(randoms: Randoms, table: number, size: number): (place: number) => number {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, size)) / 2));
  const base = 2 ** half;
  const once = (place: number) => {
    let left = Math.floor(place / base);
    let right = place % base;
    for (let round = 0; round < ROUNDS; round++) {
      const mixed = (left ^ randoms.u64(table, right, round).high) & (base - 1);
      left = right;
      right = mixed;
    }
    return left * base + right;
  };
  return (place) => {
    let number = once(place);
    while (number >= size) number = once(number);
    return number;
  };
}
