import type { Counted } from '../../contract/evidence';
import type { DesignLimits } from './design-limits';
import { hypergeometricInterval } from '../intervals/hypergeometric-interval';
import { bySides } from './one-by-one-limits';
import type { DrawnInStrata } from '../draw/proven-draw';

/**
 * Limits from strata that were drawn apart: exact in each, added up, each stratum that was drawn in part spending an equal
 * share of the error (Bonferroni). One that was drawn whole is known and spends none; one that nothing was drawn from may
 * hold nobody or everybody. For shares of a part, its holders and its others are bounded apart.
 */
export function strataLimits(
  { unit, totals, outOf, count }: Counted & { count: number },
  { strata, population, examined }: DrawnInStrata,
): DesignLimits {
  const counts = totals?.by === 'strata' ? totals.strata : [];
  const sum = (of: (stratum: { count: number; of: number }) => number) => total(strata, counts.map(of));
  const holders = sum((stratum) => stratum.count);
  const method = 'stratified-exact';
  if (unit !== 'share') return { value: Math.round(holders.value), method, at: holders.at };
  if (outOf === examined) {
    const at: DesignLimits['at'] = (lowerAlpha, upperAlpha) => {
      const { low, high } = holders.at(lowerAlpha, upperAlpha);
      return { low: low / population, high: high / population };
    };
    return { value: holders.value / population, method, at };
  }
  const others = sum((stratum) => stratum.of - stratum.count);
  return {
    value: count === 0 ? 0 : holders.value / (holders.value + others.value),
    method,
    at: (lowerAlpha, upperAlpha) => {
      const [held, left] = [
        holders.at(lowerAlpha / 2, upperAlpha / 2),
        others.at(upperAlpha / 2, lowerAlpha / 2),
      ];
      return { low: ratio(held.low, left.high), high: ratio(held.high, left.low) };
    },
  };
}

function ratio(part: number, rest: number): number {
  return part === 0 ? 0 : part / (part + rest);
}

interface Total {
  value: number;
  at: DesignLimits['at'];
}

/** People with something over all strata: best estimate and limits. */
function total(strata: DrawnInStrata['strata'], counts: number[]): Total {
  const uncertain = strata.filter(({ population, examined }) => examined > 0 && examined < population).length;
  const parts = strata.map(({ population, examined }, i): Total => {
    const count = counts[i] ?? 0;
    if (examined === 0) return { value: 0, at: () => ({ low: 0, high: population }) };
    if (examined === population) return { value: count, at: () => ({ low: count, high: count }) };
    const at = bySides(
      (options) => hypergeometricInterval(count, examined, { ...options, population }),
      population,
    );
    return { value: (count * population) / examined, at };
  });
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    at: (lowerAlpha, upperAlpha) =>
      parts.reduce(
        (sum, { at }) => {
          const { low, high } = at(lowerAlpha / uncertain, upperAlpha / uncertain);
          return { low: sum.low + low, high: sum.high + high };
        },
        { low: 0, high: 0 },
      ),
  };
}
