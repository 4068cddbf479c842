import type { Conclusion, UnknownFact } from '../../contract/reasons';
import { manyWords } from '../numbers/number-words';
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
        : `nobody has looked at ${manyWords(size ?? 'withheld')} fields that could hold it`;
    case 'UNREAD':
      if (size === null) return 'part of the data could not be read, and how much was in it is not known';
      return size === 1
        ? 'one document could not be read'
        : `${manyWords(size ?? 'withheld')} documents could not be read`;
    case 'NOBODYS':
      return size === 1
        ? 'one document that holds it does not say whose it is'
        : `${manyWords(size ?? 'withheld')} documents that hold it do not say whose they are`;
    case 'NOT_WHOLE':
      return 'nothing shows that all documents of these people are here';
    case 'NOT_TOLD':
      return 'of some people the records do not tell';
  }
}
