import { MOST_CONTACTS } from '../parameters/limits';

/** What a column holds in a document. */
export const STATE = { filled: 0, blank: 1, null: 2, odd: 3, absent: 4 } as const;

/**
 * Everything about a person that a count can depend on, as numbers; used again for each person. What only decides a
 * value (a room's name, a minute) is drawn while it is written.
 */
export class Person {
  number = 0;
  /** One bit for each kind that the person has documents of, and for each column with gaps that is filled. */
  facts = 0;
  /** Documents by kind, without one that is repeated. */
  readonly counts: Uint32Array;
  /** Whether the first document of a kind occurs once more. */
  readonly repeats: Uint8Array;
  /** Sources of a kind's documents that come in turn: document d comes from source d modulo this. */
  readonly turns: Uint8Array;
  /** State of each column of the first kind, of {@link STATE}. */
  readonly states: Uint8Array;
  /** Number of the address: the person's own number, or that of their pair. */
  mailbox = 0;
  spelling = 0;
  /** Spelling in the repeated document. */
  respelled = 0;
  /** Addresses given of others: below the population a person's number, from there on an address that nobody has. */
  readonly contacts = new Float64Array(MOST_CONTACTS);
  readonly contactSpellings = new Uint8Array(MOST_CONTACTS);
  /** Index of the kind of which the only document is made up, −1 without one. */
  planted = -1;

  /** @param kinds how many kinds there are @param columns columns of the first kind */
  constructor(kinds: number, columns: number) {
    this.counts = new Uint32Array(kinds);
    this.repeats = new Uint8Array(kinds);
    this.turns = new Uint8Array(kinds).fill(1);
    this.states = new Uint8Array(columns);
  }
}
