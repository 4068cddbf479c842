import { RANK_SPACE, ranker } from '../contract/rank';
import { Randoms } from './randoms';
import { writeUserId } from './user-id';

/** Who is drawn: account numbers in ascending order, and the largest rank that is in. */
export interface PeopleDraw {
  numbers: Uint32Array;
  threshold: number;
}

let last: { key: string; ranks: Float64Array } | null = null;

/**
 * Draws the people whose account ids have the smallest keyed rank: a simple random sample that anybody can draw again
 * from the seed. The ranks of the last population are kept, since the worlds of one seed have the same people.
 *
 * @param people how many, 1 to `population`
 */
export function drawPeople(seed: string, population: number, people: number): PeopleDraw {
  if (people === population)
    return { numbers: Uint32Array.from({ length: population }, (_, i) => i), threshold: RANK_SPACE - 1 };
  const ranks = ranksOf(seed, population);
  const threshold = smallest(ranks, people);
  const numbers = new Uint32Array(people);
  let drawn = 0;
  for (let person = 0; person < population && drawn < people; person++) {
    if ((ranks[person] as number) <= threshold) numbers[drawn++] = person;
  }
  return { numbers, threshold };
}

/** The `count`-th smallest rank: sorts only what lies under a bound that the count leads to expect. */
function smallest(ranks: Float64Array, count: number): number {
  const expected = count + 8 * Math.sqrt(count) + 8;
  const bound = Math.min(1, expected / ranks.length) * RANK_SPACE;
  const under = ranks.filter((rank) => rank < bound);
  const sorted = (under.length < count ? ranks.slice() : under).sort();
  return sorted[count - 1] as number;
}

function ranksOf(seed: string, population: number): Float64Array {
  const key = `${population} ${seed}`;
  if (last?.key !== key) {
    const randoms = Randoms.of(seed);
    const rank = ranker(seed);
    const id = new HexText();
    const ranks = new Float64Array(population);
    for (let person = 0; person < population; person++) {
      id.clear();
      writeUserId(randoms, person, id);
      ranks[person] = rank(id.text());
    }
    last = { key, ranks };
  }
  return last.ranks;
}

/** Collects the hex digits of one id. */
class HexText {
  readonly #bytes = Buffer.alloc(32);
  #at = 0;

  clear(): void {
    this.#at = 0;
  }

  hex(word: number): void {
    for (let shift = 28; shift >= 0; shift -= 4) {
      const digit = (word >>> shift) & 15;
      this.#bytes[this.#at++] = digit < 10 ? 48 + digit : 87 + digit;
    }
  }

  text(): string {
    return this.#bytes.toString('latin1', 0, 32);
  }
}
