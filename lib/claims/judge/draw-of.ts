import type { Evidence } from '../../contract/evidence';
import { isDocuments } from '../../contract/measure-id';
import type { DrawnThings, Gap } from '../../contract/reasons';

/** Why nothing follows from an input that is no random draw, or not all of which could be read. */
export function gapOf({ kind, unread = 0 }: Evidence): Gap {
  if (kind === 'census') return { code: 'UNREAD', documents: unread };
  return { code: kind === 'unknown' ? 'UNKNOWN_DRAW' : 'NO_RANDOM_DRAW' };
}

/** A proven random draw of whatever unit; everything is none. */
export function isRandom({ kind, proof }: Evidence): boolean {
  return proof === 'checked' && kind !== 'census';
}

/** What was drawn. */
export function drawnThings({ kind, unit }: Evidence): DrawnThings {
  if (kind === 'cluster') return 'groups';
  return isDocuments(unit) ? 'documents' : 'people';
}

/** People examined, and in all; null where documents were drawn, whose number says nothing of people. */
export function peopleOf(evidence: Evidence): Pick<Evidence, 'examined' | 'population'> {
  const { unit, examined, population } = evidence;
  return isDocuments(unit) ? { examined: null, population: null } : { examined, population };
}
