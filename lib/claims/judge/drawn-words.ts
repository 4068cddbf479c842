import type { Evidence } from '../../contract/evidence';
import { isDocuments } from '../../contract/measure-id';
import { numberWords } from '../../words/number-words';

/** Why nothing follows from an input that is no random draw, or not all of which could be read. */
export function drawnWords({ kind, unread = 0 }: Evidence): string {
  if (kind === 'census')
    return unread === 1
      ? 'one document could not be read'
      : `${numberWords(unread)} documents could not be read`;
  return kind === 'unknown' ? 'how this file was drawn is not known' : 'this file is not a random draw';
}

/** A proven random draw of whatever unit; everything is none. */
export function isRandom({ kind, proof }: Evidence): boolean {
  return proof === 'checked' && kind !== 'census';
}

/** What was drawn, in the plural. */
export function drawnThings({ kind, unit }: Evidence): string {
  if (kind === 'cluster') return 'groups of documents';
  return isDocuments(unit) ? 'documents' : 'people';
}

/** People examined, and in all; null where documents were drawn, whose number says nothing of people. */
export function peopleOf(evidence: Evidence): Pick<Evidence, 'examined' | 'population'> {
  const { unit, examined, population } = evidence;
  return isDocuments(unit) ? { examined: null, population: null } : { examined, population };
}

/** Documents of everything that could not be read, as a noun phrase. */
export function unreadWords(unread: number): string {
  return unread === 1
    ? 'one document that could not be read'
    : `${numberWords(unread)} documents that could not be read`;
}
