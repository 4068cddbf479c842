/**
 * What a share in a sample of unknown draw allows if holders were at most `odds` times likelier, or less likely, to come into
 * it than others (Aronow and Lee 2013; Rosenbaum's bounds). A statement about a supposition, never an interval.
 *
 * @param share in the sample, in [0, 1]
 * @param odds from 1 (drawn alike) up
 * @returns shares in [0, 1]
 * @example
 * selectionBounds(0.24, 2) // { low: 0.1363…, high: 0.3870… }
 */
export function selectionBounds(share: number, odds: number): { low: number; high: number } {
  return {
    low: share / (share + odds * (1 - share)),
    high: (odds * share) / (odds * share + 1 - share),
  };
}

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
