/** What is true in a synthetic world, computed while it was generated. */
export interface Truth {
  schema: 'breachscope/truth@1';
  case: string;
  world: string;
  seed: string;
  population: number;
  /** People written. */
  people: number;
  files: {
    name: string;
    /** Hex SHA-256 of the uncompressed text and of the file as written. */
    sha256: string;
    documents: number;
    kinds: Record<string, number>;
    broken: { line: number; byte: number; code: string }[];
  }[];
  /** By measure id. `population` null where the world gives the population no such number. */
  measures: Record<string, { population: number | null; file: number }>;
  /** `kind` is the case's name of the kind. */
  fields: {
    kind: string;
    path: string;
    present: number;
    filled: number;
    values: number;
    distinct: number;
    category: string;
  }[];
  claims: Record<string, 'true' | 'false' | 'by-definition' | 'outside'>;
  draw: Proof['draw'];
}

/** How an input was drawn, with what a second person needs to check it. */
export interface Proof {
  schema: 'breachscope/proof@1';
  kind: string;
  /** Measure id of what was drawn, such as `people.accounts`. */
  unit: string;
  /** Path of the key that was drawn. */
  key: string;
  population: { value: number; source: string };
  draw:
    | { rule: 'lowest-rank'; seed: string; /** Largest rank that is in, 0 to 2^52 − 1. */ threshold: number }
    | { rule: 'list'; sha256: string }
    | null;
  drawn: number;
  total: { value: number; source: string; at: string } | null;
}
