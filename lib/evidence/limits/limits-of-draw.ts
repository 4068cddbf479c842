import type { Counted, Evidence } from '../../contract/evidence';
import { measureClass, unitRefusal } from '../draw/admissible';
import { captureLimits } from './capture-limits';
import { clusterLimits } from './cluster-limits';
import type { DesignLimits } from './design-limits';
import { oneByOneLimits } from './one-by-one-limits';
import { provenDraw, type ProvenDraw } from '../draw/proven-draw';
import { strataLimits } from './strata-limits';

/**
 * The limits that a draw gives for what was counted in it; which method is a matter of the draw and of nothing else.
 *
 * @param counted a measure that {@link unitRefusal} lets pass, with a count
 * @param draw from `provenDraw`: limits for a convenience sample do not compile
 */
export function designLimits(counted: Counted & { count: number }, draw: ProvenDraw): DesignLimits {
  const people = measureClass(counted, draw).startsWith('people-');
  switch (draw.kind) {
    case 'srs-people':
    case 'srs-records':
      return people ? clusterLimits(counted, draw) : oneByOneLimits(counted, draw);
    case 'cluster':
      return clusterLimits(counted, draw);
    case 'stratified':
      return strataLimits(counted, draw);
    case 'two-captures':
      return captureLimits(draw);
  }
}

/**
 * The limits that a verdict on this measure rests on; null where the units of the measure were drawn one by one, whose
 * exact chances are had directly, and where the evidence says nothing of it.
 */
export function limitsOf(counted: Counted, evidence: Evidence): DesignLimits | null {
  const draw = provenDraw(evidence);
  const { count, upper } = counted;
  if (!draw || count === null || counted.outOf === 0 || unitRefusal(counted, evidence) !== null) return null;
  const oneByOne = draw.kind === 'srs-people' || draw.kind === 'srs-records';
  if (oneByOne && !measureClass(counted, draw).startsWith('people-')) return null;
  const least = designLimits({ ...counted, count }, draw);
  if (!upper || upper.count === null) return least;
  const most = designLimits({ ...upper, count: upper.count }, draw);
  return {
    value: null,
    method: least.method,
    at: (lowerAlpha, upperAlpha) => ({
      low: least.at(lowerAlpha, upperAlpha).low,
      high: most.at(lowerAlpha, upperAlpha).high,
    }),
  };
}
