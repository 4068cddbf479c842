/**
 * Where a rising function of a real number reaches a target, to the last bit.
 *
 * @param f rises from below `target` at `low` to above it at `high`
 */
export function bisectReal(f: (x: number) => number, target: number, range: [number, number]): number {
  let [low, high] = range;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (f(middle) < target) low = middle;
    else high = middle;
  }
}

/**
 * The smallest whole number of a range that passes a test which no larger one fails.
 *
 * @returns `high` + 1 where none passes
 */
export function firstWhole(passes: (x: number) => boolean, range: [number, number]): number {
  let [low, high] = [range[0], range[1] + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
