import type { Randoms } from './randoms';
import { TABLE } from './tables';

const HEX = Buffer.from('0123456789abcdef', 'latin1');

/** Account ids: 32 lower-case hex digits each; the last one is kept, because a person's documents follow one another. */
export class UserIds {
  readonly #randoms: Randoms;
  readonly #bytes = Buffer.alloc(32);
  #person = -1;

  constructor(randoms: Randoms) {
    this.#randoms = randoms;
  }

  /** The digits of a person's id, as bytes; they change with the next call. */
  of(person: number): Buffer {
    if (person !== this.#person) {
      this.#person = person;
      let at = 0;
      for (let half = 0; half < 2; half++) {
        this.#randoms.u64(TABLE.id, person, half);
        at = this.#write(this.#randoms.high, at);
        at = this.#write(this.#randoms.low, at);
      }
    }
    return this.#bytes;
  }

  #write(word: number, from: number): number {
    let at = from;
    for (let shift = 28; shift >= 0; shift -= 4) this.#bytes[at++] = HEX[(word >>> shift) & 15] as number;
    return at;
  }
}
