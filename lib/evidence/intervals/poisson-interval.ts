import { AnalysisError } from '../../contract/errors';
import type { Interval, IntervalOptions } from '../../contract/evidence';
import { bisectReal } from '../distributions/bisect';
import { checkCount, checkOptions } from './interval-options';
import { deviance, stirlingError } from '../distributions/loader-pmf';
import { tailSum, type Tails } from '../distributions/tail-sum';

/**
 * Exact interval for a rate: events per unit of exposure (Garwood 1936).
 *
 * @param count events seen
 * @param exposure what they were seen in: days, requests, people; above 0
 * @returns events per unit of exposure; the upper end of a lower one-sided interval is Infinity
 * @throws NOT_A_COUNT, NOT_A_LEVEL, POPULATION_UNUSED
 * @example
 * poissonInterval(0, 1) // { low: 0, high: 3.688…, level: 0.95, side: 'both', method: 'poisson-exact' }
 */
export function poissonInterval(count: number, exposure: number, options: IntervalOptions = {}): Interval {
  const name = 'poissonInterval';
  if (options.population !== undefined) throw new AnalysisError('POPULATION_UNUSED', { function: name });
  checkCount(name, 'count', count, [0, Number.MAX_SAFE_INTEGER]);
  if (!(exposure > 0 && exposure < Infinity)) {
    throw new AnalysisError('NOT_A_COUNT', {
      function: name,
      argument: 'exposure',
      low: 'above 0',
      high: 'Infinity',
    });
  }
  const { level, side, lowerAlpha, upperAlpha } = checkOptions(name, options);
  const far = 2 * count + 20 - 4 * Math.log(Math.min(lowerAlpha || 1, upperAlpha || 1));
  const low = () => bisectReal((mean) => poissonTails(count, mean).atLeast, lowerAlpha, [0, count]);
  const high = () =>
    count === 0
      ? -Math.log(upperAlpha)
      : bisectReal((mean) => -poissonTails(count, mean).atMost, -upperAlpha, [count, far]);
  return {
    low: lowerAlpha === 0 || count === 0 ? 0 : low() / exposure,
    high: upperAlpha === 0 ? Infinity : high() / exposure,
    level,
    side,
    method: 'poisson-exact',
  };
}

function poissonTails(k: number, mean: number): Tails {
  if (mean <= 0) return { atMost: 1, atLeast: k === 0 ? 1 : 0, term: k === 0 ? 1 : 0 };
  const probability =
    k === 0 ? Math.exp(-mean) : Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
  return tailSum({ k, probability, mode: Math.floor(mean) }, (i, step) =>
    step > 0 ? mean / (i + 1) : i / mean,
  );
}
