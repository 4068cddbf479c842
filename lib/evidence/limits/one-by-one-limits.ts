import type { Counted, IntervalOptions } from '../../contract/evidence';
import { clopperPearsonInterval } from '../intervals/clopper-pearson-interval';
import type { DesignLimits } from './design-limits';
import { hypergeometricInterval } from '../intervals/hypergeometric-interval';
import type { DrawnOneByOne } from '../draw/proven-draw';

/**
 * Limits from people, or documents, drawn one by one. Numbers and shares of all drawn: hypergeometric. Shares of a part of
 * them: Clopper and Pearson, because the size of that part in the population is not known.
 */
export function oneByOneLimits(
  { count, outOf, unit }: Counted & { count: number },
  { population, examined }: DrawnOneByOne,
): DesignLimits {
  const share = unit === 'share';
  if (share && outOf !== examined) {
    const of = outOf ?? 0;
    return {
      value: count / of,
      method: 'clopper-pearson',
      at: bySides((options) => clopperPearsonInterval(count, of, options), 1),
    };
  }
  const at = bySides(
    (options) => hypergeometricInterval(count, examined, { ...options, population }),
    population,
  );
  const scale = share ? population : 1;
  return {
    value: share ? count / examined : Math.round((count * population) / examined),
    method: 'hypergeometric-exact',
    at: (lowerAlpha, upperAlpha) => {
      const { low, high } = at(lowerAlpha, upperAlpha);
      return { low: low / scale, high: high / scale };
    },
  };
}

/** An interval function as limits with a chance of a miss for each side. */
export function bySides(
  interval: (options: IntervalOptions) => { low: number; high: number },
  most: number,
): DesignLimits['at'] {
  return (lowerAlpha, upperAlpha) => {
    if (lowerAlpha === upperAlpha && lowerAlpha > 0 && lowerAlpha < 0.5) {
      const { low, high } = interval({ level: 1 - 2 * lowerAlpha });
      return { low, high };
    }
    return {
      low: lowerAlpha === 0 ? 0 : interval({ side: 'lower', level: 1 - lowerAlpha }).low,
      high: upperAlpha === 0 ? most : interval({ side: 'upper', level: 1 - upperAlpha }).high,
    };
  };
}
