import type { Randoms } from '../randoms/randoms';

const HEX = Buffer.from('0123456789abcdef', 'latin1');

/** Ids of people: 32 lower-case hex digits each; the last one is kept, because a person's documents follow one another. */
export class PersonIds {
  readonly #randoms: Randoms;
  readonly #table: number;
  readonly #bytes = Buffer.alloc(32);
  #person = -1;

  /** @param table table of the generator, whose first two fields the ids are */
  constructor(randoms: Randoms, table: number) {
    this.#randoms = randoms;
    this.#table = table;
  }

  /** The digits of a person's id, as bytes; they change with the next call. */
  of(person: number): Buffer {
    if (person !== this.#person) {
      this.#person = person;
      let at = 0;
      for (let half = 0; half < 2; half++) {
        this.#randoms.u64(this.#table, person, half);
        at = this.#write(this.#randoms.high, at);
        at = this.#write(this.#randoms.low, at);
      }
    }
    return this.#bytes;
  }

  /** The id as a text. */
  text(person: number): string {
    return this.of(person).toString('latin1');
  }

  #write(word: number, from: number): number {
    let at = from;
    for (let shift = 28; shift >= 0; shift -= 4) this.#bytes[at++] = HEX[(word >>> shift) & 15] ?? 0;
    return at;
  }
}
