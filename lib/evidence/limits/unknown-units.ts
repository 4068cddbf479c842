import type { Counted, Evidence } from '../../contract/evidence';
import type { UnknownPart, Unknowns } from '../../contract/unknowns';
import { provenDraw } from '../draw/proven-draw';

/** What one part of the account may add to a count. */
export interface UnknownUnits {
  part: UnknownPart;
  /** Units that may hold the thing beside those found; Infinity where nobody can say. */
  units: number;
  /** Of them, those that may not be among the units counted: they make the denominator of a share larger. */
  fresh: number;
}

/**
 * What a count does not know, part by part, in the order in which it is cheapest to find out. Everybody of whom something
 * is not known may hold the thing or not.
 *
 * @returns only the parts that may add something
 */
export function unknownUnits(counted: Counted, evidence: Evidence): UnknownUnits[] {
  const { count, upper, unknowns } = counted;
  const untold = (upper?.count ?? count ?? 0) - (count ?? 0);
  const unread = unknowns ? unreadUnits(unknowns.unread) : 0;
  const nobodys = unknowns?.nobodys.people ?? 0;
  // Of a random draw it must be shown that all of its documents are here. Whatever else is no draw examines nobody.
  const loose = provenDraw(evidence) !== null && !evidence.whole ? Infinity : 0;
  const parts: UnknownUnits[] = [
    { part: 'NOT_LOOKED', units: unknowns?.opaque.units ?? 0, fresh: 0 },
    { part: 'UNREAD', units: unread, fresh: unread },
    { part: 'NOBODYS', units: nobodys, fresh: nobodys },
    { part: 'NOT_WHOLE', units: loose, fresh: 0 },
    { part: 'NOT_TOLD', units: untold, fresh: 0 },
  ];
  return parts.filter(({ units }) => units > 0);
}

/** Documents that could not be read may each hold as many as others do. */
function unreadUnits({ documents, each }: Unknowns['unread']): number {
  if (documents === 0) return 0;
  return (documents ?? Infinity) * (each ?? Infinity);
}

/** What several parts may add together. */
export function sumOf(parts: readonly UnknownUnits[]): { units: number; fresh: number } {
  return {
    units: parts.reduce((sum, { units }) => sum + units, 0),
    fresh: parts.reduce((sum, { fresh }) => sum + fresh, 0),
  };
}
