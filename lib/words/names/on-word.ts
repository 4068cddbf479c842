import type { Word } from '../../contract/unknowns';

/** On whose word a number of people rests, where somebody outside this kit said it. */
export const ON_WORD: Record<Exclude<Word, 'counted' | 'proof'>, string> = {
  server: 'by the server’s own reply',
  party: 'by a party’s account',
  user: 'on the word of whoever ran this',
};
