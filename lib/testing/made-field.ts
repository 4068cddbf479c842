import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';
import type { StorePath } from '../contract/manifest';

/** A field of ten filled texts in the first kind, surely of one category, but for what a test says. */
export function madeField(
  category: Category,
  entry: Partial<StorePath> = {},
  change: Partial<Field> = {},
): Field {
  const position = { part: 0, line: 1, byte: 0 };
  const [kind, filled] = [entry.kind ?? 'k0', entry.filled ?? 10];
  return {
    entry: {
      kind,
      path: category,
      table: kind,
      column: 'c0',
      typeColumn: null,
      present: filled,
      filled,
      values: filled,
      filledValues: filled,
      distinct: filled,
      types: {},
      first: position,
      last: position,
      fold: 0,
      maxBytes: 9,
      ...entry,
    },
    category,
    confidence: 1,
    why: [],
    alternatives: [],
    definitions: [],
    whose: 'own',
    hibp: null,
    veris: null,
    gdpr: 'none',
    ...change,
  };
}
