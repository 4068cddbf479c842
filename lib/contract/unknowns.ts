/** Who says a number that is not counted here: this input, the draw's proof, the server's own reply, a party, the user. */
export type Word = 'counted' | 'proof' | 'server' | 'party' | 'user';

/** On whose word rests what is said of the population; null where nobody says it. */
export interface Words {
  /** How many there are in all. */
  population: Word | null;
  /** How many documents the source held. */
  total: Word | null;
  /** How it was drawn. */
  drawn: Word;
}

/**
 * What stands between a count in the input and what is true of it. Every upper limit is computed from the count and this
 * account, and nothing says that something is absent any other way.
 */
export interface Unknowns {
  /** Documents that could not be read, any of which may hold the thing. */
  unread: {
    /** null: a part broke off or was left aside, and nobody knows how many documents were in it. */
    documents: number | null;
    /** Units that one of them may hold at most; null: any number, as documents that were read hold lists of them. */
    each: number | null;
    /** Of them, those in whose bytes a name of the thing stands; null where their bytes could not be looked at. */
    named: number | null;
    /** So few of all documents, with no name of the thing in any, that the usual reading of a denial may leave them out. */
    few: boolean;
  };
  /** Documents that hold the thing and whose person could not be told. */
  nobodys: {
    documents: number;
    /** The most people who may stand behind them. */
    people: number;
  };
  /** Paths that could hold the thing and that nobody looked at. */
  opaque: {
    paths: number;
    /** Units (people, documents …) with a value at one of them that are not counted yet. */
    units: number;
  };
}

/**
 * A part of the account: paths nobody looked at, documents that could not be read, documents whose person could not be told,
 * documents of those seen that may lie outside what was read, people of whom a field does not tell.
 */
export type UnknownPart = 'NOT_LOOKED' | 'UNREAD' | 'NOBODYS' | 'NOT_WHOLE' | 'NOT_TOLD';
