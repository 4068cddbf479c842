import type { Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import type { Taxonomy } from '../../contract/taxonomy';
import { categoriesOf } from '../../fields/categories-of';
import { ONE_EACH, OWN_EACH } from '../key-names';

/** How much a category in a row says that the row is about one person. */
const SAYS: Partial<Record<Category, number>> = {
  'person-name': 2,
  email: 2,
  username: 2,
  'date-of-birth': 2,
  'national-id': 2,
  'tax-id': 2,
  passport: 2,
  phone: 1,
  gender: 1,
  'postal-address': 1,
  password: 1,
  'password-hash': 1,
};

/** Words for what belongs to people as well as for them: a bank's accounts, a shop's contacts. */
const OF_PEOPLE = ['account', 'accounts', 'contact', 'contacts', 'profile', 'profiles'];
/** What people alone have. */
const SOMEBODY: readonly Category[] = [
  'email',
  'username',
  'date-of-birth',
  'gender',
  'national-id',
  'passport',
  'password',
  'password-hash',
];
/** Those of them that firms do not have. */
const PERSONAL: readonly Category[] = SOMEBODY.filter((category) => category !== 'email');

/** What a table called after people adds. */
const NAMED = 3;
/** From here on the rows of a table are people. */
const ENOUGH = 3;

/** A kind of document that may hold one person a row. */
export interface PeopleTable {
  kind: string;
  score: number;
  /** Its name says so. */
  isNamed: boolean;
  /** Something stands in it that people alone have, and no firm. */
  hasPerson: boolean;
}

/**
 * The kinds whose rows may be people: by what stands in them, and by the names of their tables.
 *
 * @param names words of the tables' or files' names by kind
 */
export function peopleTables(
  fields: readonly Field[],
  names: Readonly<Record<string, readonly string[]>>,
  { words: { persons } }: Taxonomy,
): PeopleTable[] {
  const kinds = [...new Set(fields.map(({ entry }) => entry.kind))];
  return kinds.flatMap((kind) => {
    const own = fields.filter(
      ({ entry, whose }) => entry.kind === kind && entry.table === kind && whose === 'own',
    );
    const held = new Set(own.flatMap(categoriesOf));
    const told = [...held].reduce((sum, category) => sum + (SAYS[category] ?? 0), 0);
    const name = names[kind] ?? [];
    const hasOwn = [...held].some((category) => SOMEBODY.includes(category));
    const isNamed =
      name.length > 0 &&
      name.every((word) => persons.includes(word)) &&
      (hasOwn || name.some((word) => !OF_PEOPLE.includes(word)));
    // A clinic has a name, a telephone and an address too.
    const isSomebody = isNamed || hasOwn;
    const isApart = own.some(
      ({ category, entry }) => OWN_EACH.includes(category) && entry.distinct >= ONE_EACH * entry.present,
    );
    const score = told + (isNamed ? NAMED : 0) + (isApart ? 1 : 0);
    return isSomebody && score >= ENOUGH
      ? [{ kind, score, isNamed, hasPerson: [...held].some((category) => PERSONAL.includes(category)) }]
      : [];
  });
}
