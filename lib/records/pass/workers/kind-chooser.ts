/** Number of different key sets beyond which an input has one kind. */
export const MAX_KEY_SETS = 10_000;
/** Number of kinds beyond which all objects of an input count as one: each has its own tables. */
export const MAX_KINDS = 2_000;

/**
 * The contract's clustering of top-level key sets: a set joins the first cluster with whose first set it shares more than
 * half of the keys of the smaller of the two, or starts one. The order in which sets are offered decides.
 */
export class KindChooser {
  readonly #sizes: number[] = [];
  /** Keys that the set at hand shares with each cluster; all 0 between two sets. */
  readonly #shared: number[] = [];
  readonly #clustersOfKey = new Map<string, number[]>();

  /** Clusters so far. */
  get size(): number {
    return this.#sizes.length;
  }

  /** The cluster that a set of different keys joins, or null. */
  find(keys: readonly string[]): number | null {
    const touched: number[] = [];
    for (const key of keys) {
      for (const cluster of this.#clustersOfKey.get(key) ?? []) {
        const shared = this.#shared[cluster] ?? 0;
        if (shared === 0) touched.push(cluster);
        this.#shared[cluster] = shared + 1;
      }
    }
    let found: number | null = null;
    for (const cluster of touched) {
      const smaller = Math.min(keys.length, this.#sizes[cluster] ?? 0);
      if ((this.#shared[cluster] ?? 0) * 2 > smaller && (found === null || cluster < found)) found = cluster;
      this.#shared[cluster] = 0;
    }
    return found;
  }

  /** Starts a cluster with this first set, and returns its number. */
  start(keys: readonly string[]): number {
    const cluster = this.#sizes.push(keys.length) - 1;
    this.#shared.push(0);
    for (const key of keys) {
      const list = this.#clustersOfKey.get(key);
      if (list) list.push(cluster);
      else this.#clustersOfKey.set(key, [cluster]);
    }
    return cluster;
  }
}
