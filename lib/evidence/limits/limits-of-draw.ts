import type { Counted, Evidence } from '../../contract/evidence';
import { measureClass, unitRefusal } from '../draw/admissible';
import { captureLimits } from './capture-limits';
import { clusterLimits } from './cluster-limits';
import type { DesignLimits } from './design-limits';
import { oneByOneLimits } from './one-by-one-limits';
import { provenDraw, type ProvenDraw } from '../draw/proven-draw';
import { strataLimits } from './strata-limits';
import { sumOf, type UnknownUnits, unknownUnits } from './unknown-units';
import { withFresh, withMore } from './with-units';

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
 *
 * @param parts of the account that count, each of which may hold more; defaults to all
 */
export function limitsOf(
  counted: Counted,
  evidence: Evidence,
  parts: readonly UnknownUnits[] = unknownUnits(counted, evidence),
): DesignLimits | null {
  const draw = provenDraw(evidence);
  const { count } = counted;
  if (!draw || count === null || counted.outOf === 0 || unitRefusal(counted, evidence) !== null) return null;
  const oneByOne = draw.kind === 'srs-people' || draw.kind === 'srs-records';
  if (oneByOne && !measureClass(counted, draw).startsWith('people-')) return null;
  const { units, fresh } = sumOf(parts);
  const least = designLimits(
    { ...withFresh({ ...counted, count }, Math.min(fresh, draw.examined ?? 0), evidence), count },
    draw,
  );
  if (units === 0) return least;
  const most = withMore({ ...counted, count }, units, evidence).map((more) =>
    designLimits({ ...more, count: more.count ?? count }, draw),
  );
  return {
    value: counted.upper ? null : least.value,
    method: least.method,
    at: (lowerAlpha, upperAlpha) => ({
      low: least.at(lowerAlpha, upperAlpha).low,
      high: Math.max(...most.map(({ at }) => at(lowerAlpha, upperAlpha).high)),
    }),
  };
}
