/** How an input can have come to be, from the answer that says most of the population to the one that says least. */
export const DRAWN = [
  'census',
  'census-claimed',
  'srs-people',
  'srs-records',
  'cluster',
  'stratified',
  'two-captures',
  'first-n',
  'truncated-scroll',
  'own-accounts',
  'unknown',
] as const;

/** How an input came to be. */
export type Drawn = (typeof DRAWN)[number];
