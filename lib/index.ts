/**
 * The public names: what a notebook asks a leak with. Statistics are in `breachscope/evidence`, what programs do with a whole
 * input in `breachscope/study`.
 */

import { repairLoadedDanfo } from './publish/danfo/repair-danfo';

export { AnalysisError } from './contract/errors';
export type { Results } from './contract/results';

export { makeWorld } from './worlds/make/make-world';

export type { PlotlyFigure as Figure } from './figures/figure';
export { fieldsFigure } from './figures/fields-figure';
export { healthFigure } from './figures/health-figure';
export { peopleFigure } from './figures/people-figure';
export { verdictsFigure } from './figures/verdicts-figure';

export { brief } from './publish/brief/brief';
export { chart } from './publish/notebook/chart';
export { readTable } from './publish/notebook/read-table';
export { save } from './publish/notebook/save';
export { show } from './publish/notebook/show';

export type { Leak } from './study/leak/leak';
export { open } from './study/leak/open';

// A frame that a script made before its first question must not count a gap as 0.
repairLoadedDanfo();
