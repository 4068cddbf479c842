import type { Drawn } from '../../contract/drawn';
import type { ResultDisagreement } from '../../contract/results';

/** How an input came to be, in plain words. */
export const DRAWN_WORDS: Readonly<Record<Drawn, string>> = {
  census: 'everything, and the server’s own total says so',
  'census-claimed': 'said to be everything; nothing independent confirms it',
  'srs-people': 'people picked at random',
  'srs-records': 'records picked at random',
  cluster: 'groups picked at random',
  stratified: 'picked at random within groups',
  'two-captures': 'two separate copies',
  'first-n': 'the first part',
  'truncated-scroll': 'a download that stopped half-way',
  'own-accounts': 'only accounts of those who asked',
  unknown: 'not known',
};

/** The outcome of a disagreement in plain words. */
export const OUTCOME_WORDS: Readonly<Record<ResultDisagreement['outcome'], string>> = {
  'a-right': 'the first is borne out',
  'b-right': 'the second is borne out',
  'both-by-definition': 'both, each by its own meaning of the words',
  neither: 'neither is borne out',
  'cannot-tell': 'these records cannot tell',
};
