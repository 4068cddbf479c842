import type { Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import type { StorePath } from '../../contract/manifest';
import type { ClosedForm } from '../../contract/taxonomy';
import type { PathLook } from '../../contract/review';
import { categoriesOf } from '../categories-of';
import { looksAt } from '../looks-at';
import { noValuesAt } from '../no-values/no-values-at';

/** What is known of paths beside what they were taken for. */
export interface KnownOfPaths {
  /** The forms that values of a path have ({@link pathForms}). */
  forms: ReadonlyMap<StorePath, ReadonlySet<ClosedForm>>;
  /** What somebody who looked at a path says of it. */
  looks: readonly PathLook[];
}

/**
 * The fields that could hold values of some categories and are not counted under all of them: some value has a form that
 * admits one, and nobody looked at the field. A name is no look: a field called `nickname` can hold passwords. One password for everybody,
 * which is not counted, is opaque too.
 */
export function opaqueFields(
  fields: readonly Field[],
  categories: readonly Category[],
  { forms, looks }: KnownOfPaths,
): Field[] {
  return fields.filter((field) => {
    const own = looksAt(field, looks);
    const found = [...(forms.get(field.entry) ?? [])];
    const counted = noValuesAt(field.entry)?.constant ? [] : categoriesOf(field);
    if (categories.some((category) => counted.includes(category))) return false;
    const excluded = (category: Category) =>
      own.length > 0 &&
      own.every(({ cannot, holds }) => cannot.includes(category) || (holds !== null && holds !== category));
    const admitted = (category: Category) => found.some(({ admits }) => admits.has(category));
    return categories.some((category) => admitted(category) && !excluded(category));
  });
}
