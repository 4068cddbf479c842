/**
 * Adjusted p-values that hold whatever the claims have to do with each other: each times their number. {@link holm} decides
 * at least as much and is the ledger's rule.
 *
 * @param pValues one for each claim, fixed before the data are seen
 * @returns adjusted p-values in the same order, at most 1
 * @example
 * bonferroni([0.01, 0.04]) // [0.02, 0.08]
 */
export function bonferroni(pValues: readonly number[]): number[] {
  return pValues.map((p) => Math.min(1, p * pValues.length));
}
