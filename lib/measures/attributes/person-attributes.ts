import type { CaseFile } from '../../contract/case';
import { categoriesIn, type Category } from '../../contract/categories';
import { COUNTED_GROUPS } from '../../contract/categories';
import type { Field } from '../../contract/field';
import { type MeasureFamily, parseMeasureId } from '../../contract/measure-id';
import { quoteText } from '../../engine/quote';
import { categoriesOf } from '../../fields/categories-of';
import { noValuesAt } from '../../fields/no-values/no-values-at';
import { filledSql } from '../../people/filled-sql';

/** Something that a person has or has not, in the documents of one table. */
export interface PersonAttribute {
  /** `certain:email`, `disputed:bone-mass` or `of:eastern`. */
  id: string;
  kind: string;
  table: string;
  /** SQL condition on a row of the table. */
  condition: string;
  /** Holds for every document of the kind, as the inventory knows. */
  always: boolean;
  /** Filled values at its path. */
  values: number;
}

/** What the attributes are made of. */
export interface AttributeContext {
  fields: Field[];
  caseFile: CaseFile | null;
  /** Documents by kind id. */
  documents: Record<string, number>;
}

/** Attributes of every field: its categories, and the case's sets of values. */
export function personAttributes(context: AttributeContext): PersonAttribute[] {
  return context.fields.flatMap((field) => {
    const categories = categoriesOf(field);
    // An address that a text mentions need not be the person's own.
    const kind = categories.length > 1 || field.whose === 'mentioned' ? 'disputed' : 'certain';
    const filled = categories.map((category) =>
      filledAttribute(`${kind}:${category}`, field, context.documents),
    );
    return [...filled, ...setsOf(field, categories, context)];
  });
}

/** What is counted, as any of some attributes: `with:email`, `certain:bone-mass`, `any:health`, `owners`, `of:eastern`. */
export function countedAttributes(
  context: Pick<AttributeContext, 'fields' | 'caseFile'>,
): Map<string, string[]> {
  const categories = [...new Set(context.fields.flatMap(categoriesOf))];
  const either = (category: Category) => [`certain:${category}`, `disputed:${category}`];
  const device = deviceCategory(context.fields);
  return new Map([
    ...categories.map((category): [string, string[]] => [`with:${category}`, either(category)]),
    ...categories.map((category): [string, string[]] => [`certain:${category}`, [`certain:${category}`]]),
    ...COUNTED_GROUPS.map((group): [string, string[]] => [
      `any:${group}`,
      categoriesIn(group).flatMap(either),
    ]),
    ...Object.keys(context.caseFile?.measures ?? {}).map((name): [string, string[]] => [
      `of:${name}`,
      [`of:${name}`],
    ]),
    ...(device === null ? [] : [['owners', either(device)] as [string, string[]]]),
  ]);
}

/** What people have whom a measure counts, or takes a share of, by the first part of its id in {@link countedAttributes}. */
const ATTRIBUTES: Partial<Record<MeasureFamily, string>> = {
  'people.with': 'with',
  'people.with-certain': 'certain',
  'people.with-any': 'any',
  'share.with': 'with',
  'share.with-any': 'any',
  'share.of': 'of',
  'share.of-all': 'of',
};

/** What the people have whom a measure counts, as an id of {@link countedAttributes}; null where it counts something else. */
export function attributeOf(measure: string): string | null {
  const id = parseMeasureId(measure);
  if (id?.family === 'people.owners') return 'owners';
  const sort = id && ATTRIBUTES[id.family];
  return sort ? `${sort}:${String(id.parameter)}` : null;
}

/** What a device is known by in these fields: its hardware address, else an id; null without either. */
export function deviceCategory(fields: Field[]): Category | null {
  const known = (['mac-address', 'device-id'] as const).filter((category) =>
    fields.some((field) => categoriesOf(field).includes(category)),
  );
  return known[0] ?? null;
}

function filledAttribute(id: string, { entry }: Field, documents: Record<string, number>): PersonAttribute {
  const { kind, table } = entry;
  const always =
    table === kind && entry.filled === documents[kind] && entry.column !== null && !noValuesAt(entry);
  return { id, kind, table, condition: filledSql(entry), always, values: entry.filledValues };
}

function setsOf(field: Field, categories: Category[], { caseFile }: AttributeContext): PersonAttribute[] {
  const { kind, table, column, filledValues: values } = field.entry;
  const sets = Object.entries(caseFile?.measures ?? {}).filter(([, set]) =>
    categories.includes(set.category),
  );
  return sets
    .filter(([, set]) => column !== null && set.values.length > 0)
    .map(([name, set]) => {
      const condition = `${column} in (${set.values.map(quoteText).join(', ')})`;
      return { id: `of:${name}`, kind, table, condition, always: false, values };
    });
}
