import type { Conclusion, UnknownFact } from '../../contract/reasons';
import type { Count } from '../../contract/results';
import { numberWords } from '../numbers/number-words';
import { regionWords } from '../numbers/region-words';
import { listWords } from '../text/list-words';

/** What leaves a claim open although the records could decide it. */
export function unknownWords({ parts, taken }: Extract<Conclusion, { code: 'UNKNOWN' }>): string {
  const claim = taken === null ? '' : `; the claim is taken as ${regionWords(taken.region, taken.share)}`;
  return `${claim}, but ${listWords(parts.map(partWords))}, so it is not decided`;
}

/** One part of the account, as a clause: "12 documents could not be read". */
export function partWords({ part, size }: UnknownFact): string {
  switch (part) {
    case 'NOT_LOOKED':
      return size === 1
        ? 'nobody has looked at one field that could hold it'
        : `nobody has looked at ${many(size)} fields that could hold it`;
    case 'UNREAD':
      if (size === null) return 'part of the data could not be read, and how much was in it is not known';
      return size === 1 ? 'one document could not be read' : `${many(size)} documents could not be read`;
    case 'NOBODYS':
      return size === 1
        ? 'one document that holds it does not say whose it is'
        : `${many(size)} documents that hold it do not say whose they are`;
    case 'NOT_WHOLE':
      return 'nothing shows that all documents of these people are here';
    case 'NOT_TOLD':
      return 'of some people the records do not tell';
  }
}

function many(size: Count | null): string {
  if (typeof size === 'number') return numberWords(size);
  return size === '<10' ? 'fewer than 10' : 'some';
}
