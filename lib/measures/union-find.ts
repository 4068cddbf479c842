/**
 * Sets of whole numbers that are joined pair by pair (union by size, paths halved: Tarjan and van Leeuwen 1984). Four
 * bytes a number: one that stands for its set holds the set's size below zero, any other the number above it.
 */
export class UnionFind {
  readonly #above: Int32Array;

  /** @param size numbers from 0, each a set of its own */
  constructor(size: number) {
    this.#above = new Int32Array(size).fill(-1);
  }

  /** The number that stands for a set. */
  find(member: number): number {
    const all = this.#above;
    let at = member;
    for (let above = all[at] ?? -1; above >= 0; above = all[at] ?? -1) {
      const next = all[above] ?? -1;
      if (next < 0) return above;
      all[at] = next;
      at = next;
    }
    return at;
  }

  join(one: number, other: number): void {
    let [large, little] = [this.find(one), this.find(other)];
    if (large === little) return;
    if (this.#sizeAt(large) < this.#sizeAt(little)) [large, little] = [little, large];
    this.#above[large] = -this.#sizeAt(large) - this.#sizeAt(little);
    this.#above[little] = large;
  }

  /** Members of the set of a number. */
  sizeOf(member: number): number {
    return this.#sizeAt(this.find(member));
  }

  #sizeAt(standing: number): number {
    return -(this.#above[standing] ?? -1);
  }
}
