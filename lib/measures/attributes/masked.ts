/** Whether a pattern of bits has one of the bits of a mask, word by word. */
export function meets(pattern: readonly (number | null)[], masks: readonly number[]): boolean {
  return masks.some((mask, word) => ((pattern[word] ?? 0) & mask) !== 0);
}

/**
 * How many have one of the bits, over patterns of bits as the engine counted them: the last column of a row is how many
 * have its pattern.
 *
 * @param without bits of which they have none; defaults to nothing
 */
export function masked(
  patterns: readonly (number | null)[][],
  masks: readonly number[],
  without: readonly number[] = [],
): number {
  const held = patterns.filter((pattern) => meets(pattern, masks) && !meets(pattern, without));
  return held.reduce((sum, pattern) => sum + (pattern.at(-1) ?? 0), 0);
}
