import type { DrawFacts } from '../../contract/draw/draw-facts';
import type { DrawnStratum, Proof } from '../../contract/truth';
import type { Checked } from './checked';
import { areThere, chanceRule, evenRule, numberRule } from './check-ranks';

/** A share of the input is told to be none of everybody where the chances of two strata differ by more than this factor. */
const UNEVEN = 2;

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
    if (!areThere(row.drawn, found.found[i] ?? 0, facts.unread))
      return 'the number drawn from a stratum differs from the keys in the input';
    if ((found.largestRanks[i] ?? Infinity) > row.threshold)
      return 'a key of a stratum ranks above its threshold';
    const broken = numberRule(row);
    if (broken !== null) return broken;
  }
  const there = strata.list.reduce((all, _, i) => all + (found.found[i] ?? 0), 0);
  if (!areThere(drawn, there, facts.unread)) return 'more keys are missing than documents could not be read';
  // A stratum drawn whole has a number that is its population: its ranks need show nothing.
  const partly = strata.list.filter((row) => row.drawn < row.population);
  const broken = chanceRule(partly) ?? evenRule(found.rankParts);
  if (broken !== null) return broken;
  const shares = strata.list.flatMap((row) => (row.population > 0 ? [row.drawn / row.population] : []));
  const isUneven = Math.max(...shares) > UNEVEN * Math.min(...shares);
  return {
    examined: drawn,
    strata: strata.list.map((row) => ({ population: row.population, examined: row.drawn })),
    ...(isUneven && { warnings: ['UNEVEN_CHANCES'] }),
  };
}
