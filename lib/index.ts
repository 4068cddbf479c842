/**
 * Every public name of the kit, by room. Notebooks and tests of behaviour import from here only.
 */

// contract
export { AnalysisError } from './contract/errors';
export type { ErrorCode } from './contract/errors';
export { CATEGORIES } from './contract/categories';
export type { Category } from './contract/categories';
export { Leaked } from './contract/leaked';
export type { Counted, Evidence, Interval, IntervalOptions } from './contract/evidence';
export type { Proof, Truth } from './contract/truth';
export type { Store } from './contract/store';
export type { Drawn } from './contract/drawn';
export type {
  Count,
  ResultClaim,
  ResultDisagreement,
  ResultField,
  ResultMeasure,
  ResultPeople,
  Results,
  Verdict,
} from './contract/results';

// records
export { openInput } from './records/open-input';
export type { OpenedInput } from './records/open-input';

// worlds
export { makeWorld } from './worlds/make-world';

// evidence
export { agrestiCoullInterval } from './evidence/intervals/agresti-coull-interval';
export { binomialTails } from './evidence/distributions/binomial-tails';
export { bonferroni } from './evidence/verdict/bonferroni';
export { captureInterval, chapmanEstimate, unionLowerBound } from './evidence/intervals/two-captures';
export { checkDraw } from './evidence/draw/check-draw';
export { clopperPearsonInterval } from './evidence/intervals/clopper-pearson-interval';
export { clusterRatio } from './evidence/intervals/cluster-ratio';
export { confidenceSequence } from './evidence/intervals/confidence-sequence';
export { effectiveSizeInterval } from './evidence/intervals/effective-size-interval';
export { estimate } from './evidence/limits/estimate';
export { hardBounds } from './evidence/limits/hard-bounds';
export { holm } from './evidence/verdict/holm';
export { hypergeometricInterval } from './evidence/intervals/hypergeometric-interval';
export { hypergeometricMidPInterval } from './evidence/intervals/hypergeometric-mid-p-interval';
export { hypergeometricTails } from './evidence/distributions/hypergeometric-tails';
export { jeffreysInterval } from './evidence/intervals/jeffreys-interval';
export { knownDetectorInterval, validatedDetectorInterval } from './evidence/intervals/detector-interval';
export { kornGraubardInterval } from './evidence/intervals/korn-graubard-interval';
export { midPInterval } from './evidence/intervals/mid-p-interval';
export { missedUpper } from './evidence/intervals/missed-upper';
export { poissonInterval } from './evidence/intervals/poisson-interval';
export { regionPValues } from './evidence/verdict/region-p-values';
export {
  sampleSizeToSee,
  sampleSizeToSeeByHand,
  sampleSizeToSeeShare,
} from './evidence/verdict/sample-size-to-see';
export { selectionBounds, tippingOdds } from './evidence/intervals/selection-bounds';
export { wilsonInterval } from './evidence/intervals/wilson-interval';
export { zeroCountUpper } from './evidence/intervals/zero-count-upper';

// figures
export type { Figure } from './figures/figure';
export { fieldsFigure } from './figures/fields-figure';
export { healthFigure } from './figures/health-figure';
export { peopleCurve, peopleRange } from './figures/people-curve';
export type { CurveRow } from './figures/people-curve';
export { peopleFigure } from './figures/people-figure';
export { verdictsFigure } from './figures/verdicts-figure';

// publish
export { brief } from './publish/brief/brief';
export { inputNotes } from './words/results/input-notes';
export { publishable } from './publish/gate/publishable';
export { show } from './publish/notebook/show';

// study
export { analyse } from './study/analyse';
export type { Analysis, AnalyseOptions } from './study/analyse';
export { openCase } from './study/open-case';
export type { OpenedCase } from './study/open-case';
