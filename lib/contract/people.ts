import type { PeopleId } from './measure-id';

/** On what ground two columns are joined: the user's word, the dump's own, their names, nothing but their values. */
export type JoinGround = 'said' | 'declared' | 'names' | 'values';

/** What becomes of a join. */
export type JoinStanding = 'used' | 'weaker' | 'unsure';

/** A column whose values are keys of another table, and what it does for telling whose documents are. */
export interface FoundJoin {
  from: { kind: string; path: string };
  to: { kind: string; path: string };
  ground: JoinGround;
  /** Different values at `from`. */
  values: number;
  /** Those of them that stand at `to`. */
  matched: number;
  /** Those that stand for several people at `to` and so join nobody; 0 where no key there comes twice. */
  ambiguous: number;
  /** `used`: people are counted over it; `weaker`: another of the same column is; `unsure`: another is as strong, and neither is. */
  standing: JoinStanding;
  /** The columns of further tables over which its documents come to their people; none where it ends at them. */
  over: { kind: string; path: string }[];
}

/** One way of counting people. */
export interface PeopleDefinition {
  /** Measure id: `people.accounts`, `people.emails-l2` … */
  id: PeopleId;
  /** In one sentence. */
  definition: string;
  /** `accounts`, `e-mail addresses`, `phone numbers`. */
  unit: string;
  /** Where its key stands: every path, of any kind, that carries this key of the record's own person. */
  keys: {
    /** Id of the kind of document. */
    kind: string;
    /** Path in it. */
    path: string;
    /** The table that says for each document whose it is, where the path names another thing than the key itself. */
    joined?: string;
  }[];
}

/** A way of counting people, and how many there are in the input. */
export interface CountedDefinition extends PeopleDefinition {
  /** People counted in the input, exact. */
  count: number;
  /** The fewest and the most people in the input that the definition itself leaves open; null where it leaves nothing open. */
  range: [number, number] | null;
  /** What the limit on groups did; null where nothing is linked. */
  links: LinkEffect | null;
}

/** What a limit on the size of linked groups did to a count of people. */
export interface LinkEffect {
  /** Largest group that links may make. */
  limit: number;
  /** Groups above it, which fell apart. */
  cut: number;
  /** The count, had there been no limit. */
  withoutLimit: number;
  /** The count, had devices not joined anybody. */
  withoutDevices: number;
}

/** Who stands behind the records: every way of counting them that the input allows. */
export interface People<Definition extends PeopleDefinition = PeopleDefinition> {
  /** In the order in which they are told. */
  definitions: Definition[];
  /** The definition under which shares and `people.with…` are computed; null without a person key. */
  main: Definition | null;
  /** Codes for `warnings`, such as NO_PERSON_KEY. */
  warnings: string[];
}

/** The same with the number of people under each definition. */
export type CountedPeople = People<CountedDefinition>;
