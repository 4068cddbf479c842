/**
 * How many have one of the bits, over patterns of bits as the engine counted them: the last column of a row is how many
 * have its pattern.
 */
export function masked(patterns: readonly (number | null)[][], masks: readonly number[]): number {
  let sum = 0;
  for (const pattern of patterns) {
    const has = masks.some((mask, word) => ((pattern[word] ?? 0) & mask) !== 0);
    if (has) sum += pattern[masks.length] ?? 0;
  }
  return sum;
}
