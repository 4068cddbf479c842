import type { ErrorCode } from '../contract/errors';
import type { Counted, Evidence } from '../contract/evidence';

/**
 * Why nothing may be said of the population from what was counted in the input: the gate in front of every estimate and
 * every verdict. A census says everything; a random draw speaks of the drawn unit only, and not of how many there are.
 *
 * @returns a code of the registry, null where the evidence speaks of this measure
 */
export function unitRefusal(counted: Counted, evidence: Evidence): ErrorCode | null {
  if (evidence.kind === 'census') return null;
  if (counted.drawnAs === null) return 'NOT_EXTRAPOLATED';
  if (evidence.kind !== 'srs-people') return 'CONVENIENCE';
  if (counted.drawnAs !== evidence.unit) return 'OTHER_UNIT';
  return counted.id === evidence.unit ? 'IS_INPUT' : null;
}

/**
 * Whether the population and the people examined, as the evidence knows them, are counted in the measure's own unit.
 * Without a proven draw they are people under the main definition.
 */
export function countsTheDrawn(counted: Counted, evidence: Evidence): boolean {
  return counted.drawnAs !== null && counted.drawnAs === (evidence.unit ?? counted.under);
}
