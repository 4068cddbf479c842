/**
 * Sets of whole numbers that are joined pair by pair (union by size, paths halved: Tarjan and van Leeuwen 1984). Eight
 * bytes a number.
 */
export class UnionFind {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  /** @param size numbers from 0, each a set of its own */
  constructor(size: number) {
    this.#parent = new Int32Array(size).map((_, i) => i);
    this.#size = new Int32Array(size).fill(1);
  }

  /** The number that stands for a set. */
  find(member: number): number {
    const parent = this.#parent;
    let at = member;
    while (parent[at] !== at) {
      const above = parent[parent[at] as number] as number;
      parent[at] = above;
      at = above;
    }
    return at;
  }

  join(one: number, other: number): void {
    let [large, little] = [this.find(one), this.find(other)];
    if (large === little) return;
    if ((this.#size[large] as number) < (this.#size[little] as number)) [large, little] = [little, large];
    this.#parent[little] = large;
    this.#size[large] = (this.#size[large] as number) + (this.#size[little] as number);
  }

  /** Members of the set of a number. */
  sizeOf(member: number): number {
    return this.#size[this.find(member)] as number;
  }
}
