import type { Verdict } from '../../contract/results';

/** The five words in which a page gives a verdict. */
export const PAGE_WORD: Record<Verdict, string> = {
  supported: 'Backed',
  refuted: 'Contradicted',
  undecided: 'Not decided',
  'not-testable': 'Cannot say',
  'disputed-definition': 'Depends what is meant',
};

/** What each of the five words means, in one sentence for a reader. */
export const PAGE_WORD_MEANS: Record<Verdict, string> = {
  supported: 'These records show it.',
  refuted: 'These records show that it is not so.',
  undecided: 'The records could have decided it, but do not.',
  'not-testable': 'Records like these could never have decided it.',
  'disputed-definition': 'True for one meaning of the words and not for another.',
};
