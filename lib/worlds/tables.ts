/** Table numbers of the counter-based generator: what is drawn in one table never moves what is drawn in another. */
export const TABLE = {
  id: 0,
  person: 1,
  name: 2,
  share: 3,
  device: 4,
  request: 5,
  event: 6,
  scale: 7,
  token: 8,
  hardware: 9,
  testers: 10,
  tokenHolders: 11,
  sharers: 12,
  pairs: 13,
  mailbox: 14,
  othersMailbox: 15,
} as const;
