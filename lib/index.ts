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

// cases
export { loadCaseFolder } from './cases/load-case-folder';

// records
export { openInput } from './records/open-input';
export type { OpenedInput } from './records/open-input';

// worlds
export { makeWorld } from './worlds/make/make-world';

// evidence
export { binomialTails } from './evidence/distributions/binomial-tails';
export { captureInterval, chapmanEstimate, unionLowerBound } from './evidence/intervals/two-captures';
export { checkDraw } from './evidence/draw/check-draw';
export { clopperPearsonInterval } from './evidence/intervals/clopper-pearson-interval';
export { clusterRatio } from './evidence/intervals/cluster-ratio';
export { effectiveSizeInterval } from './evidence/intervals/effective-size-interval';
export { estimate } from './evidence/limits/estimate';
export { hardBounds } from './evidence/limits/hard-bounds';
export { holm } from './evidence/verdict/holm';
export { hypergeometricInterval } from './evidence/intervals/hypergeometric-interval';
export { hypergeometricTails } from './evidence/distributions/hypergeometric-tails';
export { kornGraubardInterval } from './evidence/intervals/korn-graubard-interval';
export { missedUpper } from './evidence/intervals/missed-upper';
export { regionPValues } from './evidence/verdict/region-p-values';
export {
  sampleSizeToSee,
  sampleSizeToSeeByHand,
  sampleSizeToSeeShare,
} from './evidence/verdict/sample-size-to-see';
export { tippingOdds } from './evidence/intervals/tipping-odds';
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
export type { Answer } from './publish/notebook/answer';
export { chart } from './publish/notebook/chart';
export type { ChartOptions } from './publish/notebook/chart';
export { readTable } from './publish/notebook/read-table';
export { save } from './publish/notebook/save';
export { show } from './publish/notebook/show';

// study
export { analyse } from './study/analyse';
export type { Analysis } from './study/analyse';
export type { AnalyseOptions } from './study/analyse-options';
export type { Leak } from './study/leak/leak';
export { open } from './study/leak/open';
export { openCase } from './study/open-case';
export type { OpenedCase } from './study/open-case';
export { runWorlds } from './study/run-worlds';
export type { RunWorldsOptions, WorldRun } from './study/run-worlds';
export { writeRun } from './study/write-run';
export type { RunToWrite, WrittenRun } from './study/write-run';
