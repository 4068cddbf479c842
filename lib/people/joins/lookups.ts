import { categoriesIn, type Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import { type Join, SAID } from './find-joins';
import type { KeyColumn } from './key-columns';

/** What somebody or some place has: the rows of a table with it are about that, whoever points at them. */
const ELSEWHERE: readonly Category[] = [
  'email',
  'phone',
  'username',
  'postal-address',
  'date-of-birth',
  'national-id',
  'tax-id',
  'passport',
  'password',
  'password-hash',
];

/** What {@link lookups} goes by. */
export interface LookupSources {
  joins: readonly Join[];
  fields: readonly Field[];
  columns: readonly KeyColumn[];
  /** Kinds whose documents are somebody's. */
  owned: ReadonlySet<string>;
  /** Kinds that hold people. */
  people: ReadonlySet<string>;
}

/**
 * The joins from documents that are somebody's to a table that says what they have: over a table that holds nothing but keys
 * (`patient_diagnose`), or at rows with health data (`visits.diagnose_id`). A room or a branch that many share is nobody's.
 */
export function lookups({ joins, fields, columns, owned, people }: LookupSources): Join[] {
  const of = (kind: string) => fields.filter(({ entry }) => entry.kind === kind && entry.column !== null);
  const holds = (kind: string, categories: readonly Category[]) =>
    of(kind).some(({ category }) => categories.includes(category));
  const isKey = (field: Field) =>
    joins.some(({ from }) => from === field.entry) ||
    columns.some((column) => column.field === field && column.isWhole);
  const isLink = (kind: string) =>
    of(kind).every((field) => isKey(field) || field.category === 'timestamp') &&
    joins.filter(({ from }) => from.kind === kind).length > 1;
  return joins.filter(
    ({ from, to, bond }) =>
      owned.has(from.kind) &&
      !owned.has(to.kind) &&
      !people.has(to.kind) &&
      (bond === SAID ||
        (!holds(to.kind, ELSEWHERE) && (isLink(from.kind) || holds(to.kind, categoriesIn('health'))))),
  );
}
