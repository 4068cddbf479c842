import type { OnRecord, ResultClaim } from '../../contract/results';
import { PAGE_WORD } from './verdict-names';

/** The badge of a statement that gets no verdict: what the public record shows of it. */
export const RECORD_WORD: Record<OnRecord['code'], string> = {
  'own-words': 'On record',
  'several-sources': 'On record',
  'one-source': 'One source',
  'other-words': 'In other words',
};

/** What each badge means, in one sentence for a reader. */
export const RECORD_WORD_MEANS: Record<string, string> = {
  'On record':
    'It was said, in the party’s own words or by several sources. No verdict: its truth is not judged.',
  'One source': 'Only one source used here reports that it was said. No verdict.',
  'In other words': 'The party is on record with other words than those reported. No verdict.',
};

/** Beside a claim where there is neither verdict nor badge. */
const NO_VERDICT = 'No verdict';

/** What a page writes beside a claim: its verdict, or the badge of a statement. */
export function claimWord({ verdict, onRecord }: Pick<ResultClaim, 'verdict' | 'onRecord'>): string {
  if (verdict) return PAGE_WORD[verdict];
  return onRecord ? RECORD_WORD[onRecord.code] : NO_VERDICT;
}
