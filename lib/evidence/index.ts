/**
 * The statistics behind the verdicts, for notebooks and programs: `import { … } from 'breachscope/evidence'`. Each says in
 * its own words which convention it follows; docs/method.md has the method.
 */

export type { Evidence, Interval, IntervalOptions } from '../contract/evidence';
export { binomialTails } from './distributions/binomial-tails';
export { hypergeometricTails } from './distributions/hypergeometric-tails';
export { clopperPearsonInterval } from './intervals/clopper-pearson-interval';
export { clusterRatio } from './intervals/cluster-ratio';
export { effectiveSizeInterval } from './intervals/effective-size-interval';
export { hypergeometricInterval } from './intervals/hypergeometric-interval';
export { kornGraubardInterval } from './intervals/korn-graubard-interval';
export { missedUpper } from './intervals/missed-upper';
export { tippingOdds } from './intervals/tipping-odds';
export { captureInterval, chapmanEstimate, unionLowerBound } from './intervals/two-captures';
export { zeroCountUpper } from './intervals/zero-count-upper';
export { checkDraw } from './draw/check-draw';
export { estimate } from './limits/estimate';
export { hardBounds } from './limits/hard-bounds';
export { holm } from './verdict/holm';
export { regionPValues } from './verdict/region-p-values';
export { sampleSizeToSee, sampleSizeToSeeByHand, sampleSizeToSeeShare } from './verdict/sample-size-to-see';
