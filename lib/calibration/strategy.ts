import type { Counted, Evidence } from '../contract/evidence';
import type { Region } from '../contract/case';
import { countsTheDrawn, unitRefusal } from '../evidence/draw/admissible';
import { limitsOf } from '../evidence/limits/limits-of-draw';
import { unknownUnits } from '../evidence/limits/unknown-units';
import { estimate } from '../evidence/limits/estimate';
import { testRegion } from '../evidence/verdict/test-region';

/** What is put to the test: how evidence becomes limits and verdicts. Mutations of it must fail the calibration. */
export interface Strategy {
  /** What the draw is taken for. */
  gate: (evidence: Evidence) => Evidence;
  limits: (counted: Counted, evidence: Evidence) => { low: number; high: number };
  verdict: (
    counted: Counted,
    region: Region,
    evidence: Evidence,
  ) => 'supported' | 'refuted' | 'undecided' | 'not-testable';
}

/** The house's own way: `estimate` and `testRegion`, as every page has them. */
export const HOUSE: Strategy = {
  gate: (evidence) => evidence,
  limits: (counted, evidence) => {
    const { low, high } = estimate(counted, evidence);
    return { low: typeof low === 'number' ? low : 0, high: typeof high === 'number' ? high : Infinity };
  },
  verdict: (counted, region, evidence) =>
    testRegion({
      count: counted.count ?? 0,
      confirmed: counted.count,
      region,
      evidence,
      fits: countsTheDrawn(counted, evidence),
      limits: (parts) => limitsOf(counted, evidence, parts),
      unknown: unknownUnits(counted, evidence),
      refusal: unitRefusal(counted, evidence),
    }).verdict,
};
