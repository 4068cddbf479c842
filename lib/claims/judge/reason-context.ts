import type { CaseFile } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { ResultMeasure } from '../../contract/results';
import type { LookedAt } from './needs-look';
import type { ReviewSources } from './review-of';
import type { Publicity } from './small-counts';

/** What reasons are made of beside the tests. */
export interface ReasonContext extends Publicity, ReviewSources, LookedAt {
  file: CaseFile;
  evidence: Evidence;
  measures: readonly ResultMeasure[];
}
