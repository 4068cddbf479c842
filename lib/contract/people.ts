/** One way of counting people. */
export interface PeopleDefinition {
  /** Measure id: `people.accounts`, `people.emails-l2` … */
  id: string;
  /** In one sentence. */
  definition: string;
  /** `accounts`, `e-mail addresses`, `phone numbers`. */
  unit: string;
  /** Where its key stands: every path, of any kind, that carries this key of the record's own person. */
  keys: { kind: string; path: string }[];
  /** People counted in the input, exact. */
  count: number;
}

/** Who stands behind the records. */
export interface People {
  definitions: PeopleDefinition[];
  /** The definition under which shares and `people.with…` are computed; null without a person key. */
  main: PeopleDefinition | null;
  /** Codes for `warnings`, such as NO_PERSON_KEY. */
  warnings: string[];
}
