import type { Category } from './categories';

/** One category in the words of others: a row of `categories.csv`. */
export interface CategoryRow {
  id: Category;
  /** In plain words, plural. */
  title: string;
  /** `health`, `credentials` and the like; each category is in one group. */
  group: string;
  /** Data class of Have I Been Pwned; null where it has none. */
  hibp: string | null;
  /** VERIS `attribute.confidentiality.data.variety`. */
  veris: string | null;
  gdpr: 'none' | 'personal' | 'special';
}

/** What the fields beside a path can show about it. */
export type Neighbour =
  'person' | 'contact' | 'body' | 'device' | 'goods' | 'address' | 'latitude' | 'longitude';

/** Phrases that are evidence of a category when a path is named so. */
export interface NameRule {
  category: Category;
  language: string;
  /** 0 to 1: how often such a name means the category. */
  weight: number;
  /** Words with blanks between; a leading `*` lets other words stand before. */
  phrases: string[];
  /** At least one of these must be beside it, else the name says nothing. */
  near?: Neighbour[];
  /** None of these may be beside it. */
  not?: Neighbour[];
}

/** A shape of single values: one of its tests is given. */
export interface ValueShape {
  /** Regular expression over the whole trimmed text. */
  pattern?: string;
  /** `i` for either case. */
  flags?: string;
  /** Named check in code, such as `luhn`. */
  check?: string;
  /** A number between these, both in. */
  range?: [number, number];
  /** Unit of the range. */
  unit?: string;
}

/** What values of a category look like. */
export interface ValueRule {
  category: Category;
  /** What the values are, in plain words, for reasons. */
  says: string;
  /** 0 to 1: how often the shape means the category whatever the name; 0: never without a name. */
  alone: number;
  /** 0 to 1: how much the shape adds to a name. */
  support: number;
  /** Values of another shape speak against a name. */
  required: boolean;
  /** A value that has any of these fits. */
  shapes: ValueShape[];
}

/** Tables that every case shares. */
export interface Taxonomy {
  categories: ReadonlyMap<Category, CategoryRow>;
  /** Ids by group. */
  groups: ReadonlyMap<string, readonly Category[]>;
  names: readonly NameRule[];
  values: readonly ValueRule[];
  words: {
    /** Short form → words: `addr` → `address`. */
    abbreviations: Record<string, string>;
    /** Words at the end of a name that say nothing: `value`, `new`. */
    ignored: string[];
    /** First words of a yes-or-no name: `is`, `has`. */
    flags: string[];
    /** Words that make a key somebody else's: `share`, `invite`. */
    others: string[];
    /** Phrases that show what the fields beside them are about, where no category does. */
    /** Last words of a name that number versions: a value of four parts is then no IP address. */
    versions: string[];
    neighbours: Partial<Record<Neighbour, string[]>>;
  };
}
