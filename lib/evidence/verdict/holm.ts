/**
 * Adjusted p-values for a ledger of claims (Holm 1979): the chance that any claim is decided wrongly stays at alpha.
 *
 * @param pValues one for each claim that this evidence could decide, fixed before the data are seen
 * @returns adjusted p-values in the same order, at most 1
 * @example
 * holm([0.01, 0.04]) // [0.02, 0.04]
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, claim) => ({ p, claim })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(0);
  let largest = 0;
  order.forEach(({ p, claim }, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * p));
    adjusted[claim] = largest;
  });
  return adjusted;
}
