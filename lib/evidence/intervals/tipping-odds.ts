/**
 * How many times likelier holders must have come into a sample than others for a share in it to come from another share in
 * the population.
 *
 * @returns 1 or more; Infinity where no odds would do
 * @example
 * tippingOdds(0.3, 0.245) // 1.32…
 */
export function tippingOdds(share: number, claimed: number): number {
  const odds = (share * (1 - claimed)) / ((1 - share) * claimed);
  return odds >= 1 ? odds : 1 / odds;
}
