import { permutation } from './permutation';
import type { Randoms } from './randoms';

/**
 * The people on the first places of a keyed permutation of everybody, with the place of each: exactly so many of a role,
 * the same people in every world of one seed, in memory that grows with the role and not with the population.
 */
export class Places {
  readonly #order: (place: number) => number;
  /** Person plus 1 at slots by hash, 0 where a slot is empty; and the person's place. */
  readonly #people: Int32Array;
  readonly #places: Int32Array;
  readonly #shift: number;
  #person = -1;
  #place = -1;

  /** @param table table of the permutation @param options how many places, of how many people */
  constructor(randoms: Randoms, table: number, { places, size }: { places: number; size: number }) {
    this.#order = permutation(randoms, table, size);
    const bits = Math.max(1, Math.ceil(Math.log2(places * 2 + 1)));
    this.#shift = 32 - bits;
    this.#people = new Int32Array(2 ** bits);
    this.#places = new Int32Array(2 ** bits);
    for (let place = 0; place < places; place++) {
      const person = this.#order(place);
      const slot = this.#find(person);
      this.#people[slot] = person + 1;
      this.#places[slot] = place;
    }
  }

  /** Place of a person, −1 for who has none; the last one is kept, because several tests ask for it in turn. */
  of(person: number): number {
    if (person === this.#person) return this.#place;
    const slot = this.#find(person);
    this.#person = person;
    return (this.#place = this.#people[slot] === 0 ? -1 : (this.#places[slot] ?? -1));
  }

  /** The person on a place. */
  at(place: number): number {
    return this.#order(place);
  }

  /** Where a person stands, or would. */
  #find(person: number): number {
    const people = this.#people;
    const mask = people.length - 1;
    let slot = Math.imul(person, 0x9e3779b1) >>> this.#shift;
    while (people[slot] !== 0 && people[slot] !== person + 1) slot = (slot + 1) & mask;
    return slot;
  }
}
