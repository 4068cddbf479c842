import type { DrawnStratum, Proof } from '../../contract/truth';
import type { Checked, DrawFacts } from './check-draw';
import { numberRule } from './check-ranks';

/** What the input says of its strata. */
export interface StratumFacts {
  /** Keys in each stratum, in the order of the proof. */
  found: number[];
  /** Largest rank of the keys of each; −1 where there are none. */
  largestRanks: number[];
  /** Keys in no stratum of the proof, or in two. */
  outside: number;
}

/** A random draw in each stratum, and the strata together everybody. */
export function checkStrata(
  { strata, draw, drawn, population: { value } }: Proof,
  facts: DrawFacts,
): Checked {
  const found = facts.strata;
  if (!strata || !found) return 'its strata cannot be found in the input';
  if (draw?.rule !== 'lowest-rank') return 'this version checks draws by lowest rank only';
  const sum = (of: (row: DrawnStratum) => number) => strata.list.reduce((all, row) => all + of(row), 0);
  if (sum(({ population }) => population) !== value) return 'its strata do not add up to the population';
  if (sum((row) => row.drawn) !== drawn) return 'its strata do not add up to the number drawn';
  if (found.outside > 0) return 'a key of the input is in none of its strata, or in two';
  for (const [i, row] of strata.list.entries()) {
    if (found.found[i] !== row.drawn)
      return 'the number drawn from a stratum differs from the keys in the input';
    if ((found.largestRanks[i] ?? Infinity) > row.threshold)
      return 'a key of a stratum ranks above its threshold';
    const broken = numberRule(row);
    if (broken !== null) return broken;
  }
  return {
    examined: drawn,
    strata: strata.list.map((row) => ({ population: row.population, examined: row.drawn })),
  };
}
