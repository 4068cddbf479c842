/** Most devices of a person, the scale among them. */
export const MOST_DEVICES = 16;
/** Most share documents of a person. */
export const MOST_SHARES = 8;

/** How an address is spelled: letters as {@link CASE}, times two, plus 1 with blanks around it. */
export type Spelling = number;

/** Upper and lower case of a spelling. */
export const CASE = { lower: 0, capitalised: 1, upper: 2 } as const;

/** How many spellings there are. */
export const SPELLINGS = 6;

/** State of a text field. */
export const TEXT = { filled: 0, blank: 1, null: 2, odd: 3 } as const;

/**
 * Everything about a person that a count can depend on, as numbers; used again for each person. What only decides a
 * value (a room's name, a minute) is drawn while it is written.
 */
export class Person {
  number = 0;
  /** Bits of {@link FACT}. */
  facts = 0;
  /** Index of the time zone, −1 where blank. */
  zone = -1;
  email: number = TEXT.filled;
  /** Number of the address: the account's own number, or its pair's. */
  mailbox = 0;
  spelling: Spelling = 0;
  /** Spelling in a second copy of the account document, −1 without one. */
  again: Spelling = -1;
  name: number = TEXT.filled;
  photo = true;
  loggedOut = false;
  thirdPartyToken = false;
  rare = false;
  shares = 0;
  /** Addresses shared with: below the population the account's number, from there on an address without account. */
  readonly shareMailbox = new Float64Array(MOST_SHARES);
  readonly shareSpelling = new Uint8Array(MOST_SHARES);
  /** Devices; for a tester the last one is the scale. */
  devices = 0;
  readonly deviceNamed = new Uint8Array(MOST_DEVICES);
  readonly deviceSsid = new Uint8Array(MOST_DEVICES);
  readonly deviceIp = new Uint8Array(MOST_DEVICES);
  /** The first device's document occurs twice. */
  deviceAgain = false;
  requests = 0;
  /** API tokens: 0, 1 or 2; request r carries token r modulo this. */
  tokens = 0;
  events = 0;
  weighings = 0;
}
