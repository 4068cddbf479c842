import type { Category } from './categories';

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

/** Values that fill a field and are nobody's: a row of `no-values.csv`. */
export type NoValueRule = {
  /** Categories, and groups of them, of which such a text can be a true value: nobody's e-mail address is `test`, a password may be. */
  except: string[];
} & (
  | { sort: 'masked' | 'placeholder'; test: 'text'; /** The whole text, lower case. */ form: string }
  | {
      sort: 'masked' | 'placeholder';
      test: 'pattern';
      /** Regular expression over the whole text in either case; the engine reads it too. */
      form: string;
    }
  | {
      sort: 'constant';
      test: 'group';
      /** Of values of this group, or category, everybody has their own, so that one for all is none. */
      form: string;
    }
);

/** A form that a text can have, and what such a text may be: a row of `closed-forms.csv`. */
export interface ClosedForm {
  form: string;
  /** Regular expression over the whole trimmed text; the engine reads it too. */
  pattern: string;
  /** Categories of which it may be a value; its form excludes every other. */
  admits: ReadonlySet<Category>;
  /** The fewer that it may be where the path is plainly named for one of these: a date called `created_at` is no diagnosis. */
  named: ReadonlySet<Category>;
}

/** How a mail provider tells mailboxes apart: a row of `mail-providers.csv`. */
export interface MailProvider {
  id: string;
  /** Domains of one and the same mailbox, the one that stands for all of them first; lower case. */
  domains: [string, ...string[]];
  /** Dots before the `@` make no difference. */
  dotsIgnored: boolean;
  /** What stands between this character and the `@` makes no difference; null where nothing does so. */
  tag: string | null;
  /** A domain reserved for documentation that the synthetic worlds give these rules. */
  synthetic: boolean;
}

/** Whose servers host names belong to: a row of `cloud-providers.csv`. */
export interface CloudProvider {
  id: string;
  title: string;
  /** ISO 3166 code where all of these names point to one country, else null. */
  country: string | null;
  /** A host belongs to the provider if it is one of these or ends in a dot and one of these; lower case. */
  suffixes: string[];
}

/** Whose devices hardware addresses begin with a prefix: a row of `mac-prefixes.csv`. */
export interface MacPrefix {
  /** Upper-case hex digits without separators; the longest that fits counts. */
  prefix: string;
  vendor: string;
  /** Locally administered and given by this kit's worlds: no such device exists. */
  synthetic: boolean;
}

/** Tables that every case shares. */
export interface Taxonomy {
  names: readonly NameRule[];
  values: readonly ValueRule[];
  noValues: readonly NoValueRule[];
  /** The first that fits counts; the last fits every text. */
  closedForms: readonly ClosedForm[];
  /** By each of their domains. */
  mailProviders: ReadonlyMap<string, MailProvider>;
  cloudProviders: readonly CloudProvider[];
  macPrefixes: readonly MacPrefix[];
  /** What names of fields and tables are made of, several words a line; of `vocabulary.csv`. */
  vocabulary: readonly string[];
  /** Given names of people, several a line; of `given-names.csv`. */
  givenNames: readonly string[];
  words: {
    /** Short form → words: `addr` → `address`. */
    abbreviations: Record<string, string>;
    /** Words at the end of a name that say nothing: `value`, `new`. */
    ignored: string[];
    /** First words of a yes-or-no name: `is`, `has`. */
    flags: string[];
    /** Words that make a key somebody else's: `share`, `invite`. */
    others: string[];
    /** Last words of a name that number versions: a value of four parts is then no IP address. */
    versions: string[];
    /** Words before a date, a version or an address that say nothing of whose body or money it is: `created`, `last`. */
    plain: string[];
    /** Of those the ones that do not say what sort of people: `owner`, `user`. */
    anybody: string[];
    /** What people are called in names of tables and of the keys that point at them: `patients`, `kunde`. */
    persons: string[];
    /** Words beside those in names of tables: `tbl`, `master`. */
    tables: string[];
    /** Words of a key that do not say whose it is: `id`, `nr`. */
    keys: string[];
    /** Phrases that show what the fields beside them are about, where no category does. */
    neighbours: Partial<Record<Neighbour, string[]>>;
  };
}
