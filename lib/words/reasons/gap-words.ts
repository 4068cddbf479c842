import type { Gap } from '../../contract/reasons';
import { numberWords } from '../numbers/number-words';

/** Why an input does not stand for everything, as a clause: "how this file was drawn is not known". */
export function gapWords(gap: Gap): string {
  switch (gap.code) {
    case 'UNREAD':
      return gap.documents === 1
        ? 'one document could not be read'
        : `${numberWords(gap.documents)} documents could not be read`;
    case 'UNKNOWN_DRAW':
      return 'how this file was drawn is not known';
    case 'NO_RANDOM_DRAW':
      return 'this file is not a random draw';
  }
}

/** On what it rests that everything was examined: the total is the one thing that no file shows. */
export const ON_TOTAL = 'if the total in the proof is right';

/** Documents that could not be read, as a noun phrase. */
export function unreadWords(documents: number): string {
  return documents === 1
    ? 'one document that could not be read'
    : `${numberWords(documents)} documents that could not be read`;
}
