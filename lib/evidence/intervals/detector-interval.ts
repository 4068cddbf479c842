import { AnalysisError } from '../../contract/errors';
import type { Interval, IntervalOptions } from '../../contract/evidence';
import { clopperPearsonInterval } from './clopper-pearson-interval';
import { checkCount, checkOptions } from './interval-options';
import { normalQuantile } from '../distributions/quantiles';

/** Options of {@link knownDetectorInterval}. */
export interface KnownDetectorOptions extends IntervalOptions {
  /** Share of true holders that the detector flags, above 1 − specificity. */
  sensitivity: number;
  /** Share of others that it leaves alone. */
  specificity: number;
}

/**
 * Interval for the share of true holders where a detector's errors are known (Rogan and Gladen 1978; Reiczigel, Földi and
 * Ózsvári 2010): Clopper and Pearson's limits of the flagged share, freed of the errors and cut off at 0 and 1.
 *
 * @param successes flagged, 0 to examined
 * @param examined whole number from 1
 * @returns shares in [0, 1]
 * @throws NOT_A_COUNT, NOT_A_LEVEL, NOT_A_SHARE, DETECTOR_BLIND, POPULATION_UNUSED
 * @example
 * knownDetectorInterval(30, 1000, { sensitivity: 0.9, specificity: 0.99 }) // { low: 0.0116…, high: 0.0365…, … }
 */
export function knownDetectorInterval(
  successes: number,
  examined: number,
  { sensitivity, specificity, ...options }: KnownDetectorOptions,
): Interval {
  const name = 'knownDetectorInterval';
  checkDetector(name, sensitivity, specificity);
  const { low, high, level, side } = clopperPearsonInterval(successes, examined, options);
  const freed = (share: number) => (share + specificity - 1) / (sensitivity + specificity - 1);
  return { low: unit(freed(low)), high: unit(freed(high)), level, side, method: 'rogan-gladen' };
}

/** Options of {@link validatedDetectorInterval}: what the detector said of known cases. */
export interface ValidatedDetectorOptions extends IntervalOptions {
  /** Known holders: flagged, and examined. */
  holders: { flagged: number; of: number };
  /** Known others: left alone, and examined. */
  others: { spared: number; of: number };
}

/**
 * Interval for the share of true holders where a detector's errors were estimated on known cases (Lang and Reiczigel 2014).
 * With a few thousand known others its lower limit is 0 for rare things: looking at each flagged record says more
 * ({@link missedUpper}).
 *
 * @param successes flagged, 0 to examined
 * @param examined whole number from 1
 * @returns shares in [0, 1]
 * @throws NOT_A_COUNT, NOT_A_LEVEL, DETECTOR_BLIND, POPULATION_UNUSED
 * @example
 * validatedDetectorInterval(30, 1000, { holders: { flagged: 90, of: 100 }, others: { spared: 990, of: 1000 } }) // { low: 0.0093…, high: 0.0380…, … }
 */
export function validatedDetectorInterval(
  successes: number,
  examined: number,
  { holders, others, ...options }: ValidatedDetectorOptions,
): Interval {
  const name = 'validatedDetectorInterval';
  if (options.population !== undefined) throw new AnalysisError('POPULATION_UNUSED', { function: name });
  checkCount(name, 'examined', examined, [1, Number.MAX_SAFE_INTEGER]);
  checkCount(name, 'successes', successes, [0, examined]);
  checkCount(name, 'holders.flagged', holders.flagged, [0, holders.of]);
  checkCount(name, 'others.spared', others.spared, [0, others.of]);
  const { level, side, lowerAlpha, upperAlpha } = checkOptions(name, options);
  const sensitivity = (holders.flagged + 1) / (holders.of + 2);
  const specificity = (others.spared + 1) / (others.of + 2);
  checkDetector(name, sensitivity, specificity);
  const limit = (alpha: number, sign: -1 | 1) => {
    const z = -normalQuantile(alpha);
    const size = examined + z * z;
    const flagged = (successes + (z * z) / 2) / size;
    const power = sensitivity + specificity - 1;
    const share = (flagged + specificity - 1) / power;
    const varianceOf = (p: number, n: number) => (p * (1 - p)) / n;
    const missing = varianceOf(sensitivity, holders.of + 2);
    const false_ = varianceOf(specificity, others.of + 2);
    const shift = 2 * z * z * (share * missing - (1 - share) * false_);
    const variance =
      (varianceOf(flagged, size) + share ** 2 * missing + (1 - share) ** 2 * false_) / power ** 2;
    return unit(share + shift + sign * z * Math.sqrt(variance));
  };
  return {
    low: lowerAlpha === 0 ? 0 : limit(lowerAlpha, -1),
    high: upperAlpha === 0 ? 1 : limit(upperAlpha, 1),
    level,
    side,
    method: 'lang-reiczigel',
  };
}

function unit(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** A detector that flags holders no more often than others tells nothing. */
function checkDetector(name: string, sensitivity: number, specificity: number): void {
  for (const [argument, share] of Object.entries({ sensitivity, specificity }))
    if (!(share >= 0 && share <= 1)) throw new AnalysisError('NOT_A_SHARE', { function: name, argument });
  if (sensitivity + specificity <= 1) throw new AnalysisError('DETECTOR_BLIND', { function: name });
}
