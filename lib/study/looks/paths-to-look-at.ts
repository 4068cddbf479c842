import { type Category, categoriesIn } from '../../contract/categories';
import type { Field } from '../../contract/field';
import { looksAt } from '../../fields/looks-at';
import { categoriesOf } from '../../fields/categories-of';
import { type KnownOfPaths, opaqueFields } from '../../fields/forms/opaque-fields';

/** A path that somebody would have to look at. */
export interface PathToLookAt {
  field: Field;
  /** Those asked for that it could hold, or, of passwords and the like, was taken to hold. */
  categories: Category[];
}

/**
 * The paths that could hold one of some categories and were not looked at, and those that were taken to hold passwords and the
 * like: a detector alone shows none, however many it finds.
 */
export function pathsToLookAt(
  fields: readonly Field[],
  asked: readonly Category[],
  known: KnownOfPaths,
): PathToLookAt[] {
  const credentials = categoriesIn('credentials');
  const opaque = new Map(
    asked.map((category) => [category, new Set(opaqueFields(fields, [category], known))] as const),
  );
  return fields.flatMap((field) => {
    const isOpen = field.entry.filled > 0 && looksAt(field, known.looks).length === 0;
    const taken = isOpen ? categoriesOf(field).filter((id) => credentials.includes(id)) : [];
    const categories = asked.filter((id) => opaque.get(id)?.has(field) || taken.includes(id));
    return categories.length > 0 ? [{ field, categories }] : [];
  });
}
