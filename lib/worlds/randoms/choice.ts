/** One of several, by weight. */
export class Choice<T> {
  readonly items: readonly T[];
  readonly #limits: Float64Array;

  /** @param items with weights ≥ 0 that do not all vanish */
  constructor(items: readonly T[], weight: (item: T) => number) {
    this.items = items;
    const total = items.reduce((sum, item) => sum + weight(item), 0);
    let sum = 0;
    this.#limits = Float64Array.from(items, (item) => (sum += weight(item)) / total);
  }

  /** Index of the item at u, uniform in [0, 1). */
  index(u: number): number {
    const last = this.#limits.length - 1;
    let index = 0;
    while (index < last && u >= (this.#limits[index] ?? 1)) index++;
    return index;
  }

  /** The item at u, uniform in [0, 1). */
  at(u: number): T {
    return this.items[this.index(u)] as T;
  }
}
