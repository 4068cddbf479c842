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
export type {
  Count,
  Drawn,
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
export { agrestiCoullInterval } from './evidence/agresti-coull-interval';
export { binomialTails } from './evidence/binomial-tails';
export { bonferroni } from './evidence/bonferroni';
export { captureInterval, chapmanEstimate, unionLowerBound } from './evidence/two-captures';
export { checkDraw } from './evidence/check-draw';
export { clopperPearsonInterval } from './evidence/clopper-pearson-interval';
export { clusterRatio } from './evidence/cluster-ratio';
export { confidenceSequence } from './evidence/confidence-sequence';
export { effectiveSizeInterval } from './evidence/effective-size-interval';
export { estimate } from './evidence/estimate';
export { hardBounds } from './evidence/hard-bounds';
export { holm } from './evidence/holm';
export { hypergeometricInterval } from './evidence/hypergeometric-interval';
export { hypergeometricMidPInterval } from './evidence/hypergeometric-mid-p-interval';
export { hypergeometricTails } from './evidence/hypergeometric-tails';
export { jeffreysInterval } from './evidence/jeffreys-interval';
export { knownDetectorInterval, validatedDetectorInterval } from './evidence/detector-interval';
export { kornGraubardInterval } from './evidence/korn-graubard-interval';
export { midPInterval } from './evidence/mid-p-interval';
export { missedUpper } from './evidence/missed-upper';
export { poissonInterval } from './evidence/poisson-interval';
export { regionPValues } from './evidence/region-p-values';
export { sampleSizeToSee, sampleSizeToSeeByHand, sampleSizeToSeeShare } from './evidence/sample-size-to-see';
export { selectionBounds, tippingOdds } from './evidence/selection-bounds';
export { wilsonInterval } from './evidence/wilson-interval';
export { zeroCountUpper } from './evidence/zero-count-upper';

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
export { inputNotes } from './publish/input-notes';
export { publishable } from './publish/publishable';
export { show } from './publish/show';

// study
export { analyse } from './study/analyse';
export type { Analysis, AnalyseOptions } from './study/analyse';
export { openCase } from './study/open-case';
export type { OpenedCase } from './study/open-case';
