import { permutation } from './permutation';
import type { Randoms } from './randoms';

/**
 * The people on the first places of a keyed permutation of everybody, with the place of each: exactly so many of a role,
 * the same people in every world of one seed, in memory that grows with the role and not with the population.
 */
export class Places {
  readonly #order: (place: number) => number;
  /** Person plus 1, then the place, at slots by hash; a person of 0 is an empty slot. */
  readonly #slots: Int32Array;
  readonly #shift: number;

  /** @param table table of the permutation @param options how many places, of how many people */
  constructor(randoms: Randoms, table: number, { places, size }: { places: number; size: number }) {
    this.#order = permutation(randoms, table, size);
    const bits = Math.max(1, Math.ceil(Math.log2(places * 2 + 1)));
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(2 * 2 ** bits);
    for (let place = 0; place < places; place++) {
      const person = this.#order(place);
      const slot = this.#find(person);
      this.#slots[slot] = person + 1;
      this.#slots[slot + 1] = place;
    }
  }

  /** Place of a person, −1 for who has none. */
  of(person: number): number {
    const slot = this.#find(person);
    return this.#slots[slot] === 0 ? -1 : (this.#slots[slot + 1] ?? -1);
  }

  has(person: number): boolean {
    return this.#slots[this.#find(person)] !== 0;
  }

  /** The person on a place. */
  at(place: number): number {
    return this.#order(place);
  }

  /** Where a person stands, or would. */
  #find(person: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = Math.imul(person, 0x9e3779b1) >>> this.#shift;
    while (slots[2 * slot] !== 0 && slots[2 * slot] !== person + 1) slot = (slot + 1) & mask;
    return 2 * slot;
  }
}
