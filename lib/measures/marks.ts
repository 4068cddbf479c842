import type { CaseFile } from '../contract/case';
import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';
import { quoteText } from '../engine/quote';
import { filledSql } from './filled-sql';
import { GROUPS } from './groups';

/** Something that a person has or has not, in the documents of one table. */
export interface Mark {
  /** What it counts for: `with:email`, `certain:bone-mass`, `any:health`, `owners`, `of:eastern`. */
  id: string;
  kind: string;
  table: string;
  /** SQL condition on a row of the table. */
  condition: string;
  /** Holds for every document of the kind, as the inventory knows. */
  always: boolean;
}

/** What the marks are made of. */
export interface MarkContext {
  fields: Field[];
  caseFile: CaseFile | null;
  /** Documents by kind id. */
  documents: Record<string, number>;
}

/** Marks of every field: its categories, their groups, the device and the case's sets of values. */
export function marksOf(context: MarkContext): Mark[] {
  const device = deviceCategory(context.fields);
  return context.fields.flatMap((field) => {
    const categories = categoriesOf(field);
    const ids = categories.flatMap((category) => [`with:${category}`, ...groupsOf(category)]);
    if (categories.length === 1) ids.push(`certain:${categories[0]}`);
    if (device !== null && categories.includes(device)) ids.push('owners');
    const filled = [...new Set(ids)].map((id) => markOf(id, field, context.documents));
    return [...filled, ...setsOf(field, categories, context)];
  });
}

/** Every category that a field may have: its definitions where its meaning is disputed. */
export function categoriesOf(field: Field): Category[] {
  const disputed = [...new Set(field.definitions.map((definition) => definition.category))];
  return disputed.length > 1 ? disputed : [field.category];
}

/** What a device is known by in these fields: its hardware address, else an id; null without either. */
export function deviceCategory(fields: Field[]): Category | null {
  const known = (['mac-address', 'device-id'] as const).filter((category) =>
    fields.some((field) => categoriesOf(field).includes(category)),
  );
  return known[0] ?? null;
}

function groupsOf(category: Category): string[] {
  return Object.entries(GROUPS).flatMap(([group, members]) =>
    members.includes(category) ? [`any:${group}`] : [],
  );
}

function markOf(id: string, { entry }: Field, documents: Record<string, number>): Mark {
  const { kind, table } = entry;
  const always = table === kind && entry.filled === documents[kind] && entry.column !== null;
  return { id, kind, table, condition: filledSql(entry), always };
}

function setsOf(field: Field, categories: Category[], { caseFile }: MarkContext): Mark[] {
  const { kind, table, column } = field.entry;
  const sets = Object.entries(caseFile?.measures ?? {}).filter(([, set]) =>
    categories.includes(set.category as Category),
  );
  return sets
    .filter(([, set]) => column !== null && set.values.length > 0)
    .map(([name, set]) => {
      const condition = `${column} in (${set.values.map(quoteText).join(', ')})`;
      return { id: `of:${name}`, kind, table, condition, always: false };
    });
}
