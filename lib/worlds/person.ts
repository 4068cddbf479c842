/** Most devices of a person, the scale among them. */
export const MOST_DEVICES = 16;
/** Most share documents of a person. */
export const MOST_SHARES = 8;

/** How an address is spelled: {@link FORM} times six, plus letters as {@link CASE} times two, plus 1 with blanks around. */
export type Spelling = number;

/** What only a provider's rules see through: nothing, dots added or left out, a tag after a plus sign. */
export const FORM = { plain: 0, dotted: 1, tagged: 2 } as const;

/** Upper and lower case of a spelling. */
export const CASE = { lower: 0, capitalised: 1, upper: 2 } as const;

/** How many spellings there are of each form, and in all. */
export const SPELLINGS = { plain: 6, all: 18 } as const;

/** The form of a spelling, of {@link FORM}. */
export function formOf(spelling: Spelling): number {
  return Math.floor(spelling / SPELLINGS.plain);
}

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
  /** An account that the company made to try things out. */
  staff = false;
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
  /** Phones with the app: 1 or 2; request r comes from phone r modulo this. */
  phones = 1;
  /** API tokens that are written: none, or one for each phone. */
  tokens = 0;
  events = 0;
  weighings = 0;
  /** The only weigh-in is a fake that somebody slipped in. */
  planted = false;
}
