import { categoriesIn } from '../../contract/categories';
import type { Field } from '../../contract/field';
import { categoriesAbout } from '../../contract/measure-id';
import type { PathLook } from '../../contract/review';
import { looksAt } from '../../fields/looks-at';
import { categoriesOf } from '../../fields/categories-of';

/** Fields, and what was said of them by somebody who looked. */
export interface LookedAt {
  fields: readonly Field[];
  looks: readonly PathLook[];
}

/**
 * Whether a measure counts passwords, tokens or keys at a field that nobody looked at: a detector alone shows none, however many it
 * finds.
 */
export function needsLook(measure: string, { fields, looks }: LookedAt): boolean {
  const counted = categoriesAbout(measure);
  const credentials = categoriesIn('credentials').filter((category) => counted.includes(category));
  return fields.some(
    (field) =>
      field.entry.filled > 0 &&
      categoriesOf(field).some((category) => credentials.includes(category)) &&
      looksAt(field, looks).length === 0,
  );
}
