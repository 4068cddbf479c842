import type { Count } from '../../contract/results';

/** One number of a result that may have to be hidden. */
interface Cell {
  value: number;
  shown: Count;
}

/**
 * The numbers of a result that small counts could be worked out from, and how they hang together. Numbers that are the
 * same quantity share an id. `hide` marks, `settle` withholds what sums and differences would give back.
 */
export class SuppressionTable {
  readonly #cells = new Map<string, Cell>();
  readonly #sums: { whole: string; parts: string[] }[] = [];

  /** Enters a number once; a second entry of the same id is the same quantity and is ignored. */
  add(id: string, value: number): void {
    if (!this.#cells.has(id)) this.#cells.set(id, { value, shown: value });
  }

  /** States that `whole` is the sum of `parts`. Numbers that were not entered count as not published. */
  sum(whole: string, parts: string[]): void {
    this.#sums.push({ whole, parts });
  }

  /** Hides a number: `'<10'` for 1 to 9, else `'withheld'`. Zero stays. */
  hide(id: string): void {
    const cell = this.#cells.get(id);
    if (cell && cell.value !== 0) cell.shown = cell.value >= 1 && cell.value <= 9 ? '<10' : 'withheld';
  }

  /** Hides a number without saying that it is small, if it is. Zero stays. */
  withhold(id: string): void {
    const cell = this.#cells.get(id);
    if (cell && cell.value !== 0) cell.shown = 'withheld';
  }

  /** Withholds the smallest other number of every sum with exactly one hidden number in it, until there is no such sum. */
  settle(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const { whole, parts } of this.#sums) {
        const ids = [...parts, whole].filter((id) => this.#cells.has(id));
        if (ids.length < parts.length + 1 || !this.#givesBack(whole, parts)) continue;
        const victim = this.#smallestShown(parts) ?? this.#smallestShown([whole]);
        if (victim === null) continue;
        this.hide(victim);
        changed = true;
      }
    }
  }

  /** What may be published of a number; the number itself where it was never entered. */
  shown(id: string, value: number): Count {
    return this.#cells.get(id)?.shown ?? value;
  }

  /** Whether a number is hidden. */
  isHidden(id: string): boolean {
    return typeof this.#cells.get(id)?.shown === 'string';
  }

  /**
   * Whether somebody who reads the sum can work out a hidden number: one hidden, or several whose known total leaves
   * each a single value (two of 1, or two of 9).
   */
  #givesBack(whole: string, parts: string[]): boolean {
    const hidden = [...parts, whole].filter((id) => this.isHidden(id));
    if (hidden.length === 0) return false;
    if (hidden.length === 1) return true;
    if (hidden.includes(whole) || hidden.some((id) => this.#cells.get(id)?.shown === 'withheld'))
      return false;
    const total = hidden.reduce((sum, id) => sum + (this.#cells.get(id)?.value ?? 0), 0);
    return total === hidden.length || total === 9 * hidden.length;
  }

  #smallestShown(ids: string[]): string | null {
    const open = ids.filter((id) => !this.isHidden(id) && (this.#cells.get(id)?.value ?? 0) > 0);
    open.sort((a, b) => (this.#cells.get(a)?.value ?? 0) - (this.#cells.get(b)?.value ?? 0));
    return open[0] ?? null;
  }
}
