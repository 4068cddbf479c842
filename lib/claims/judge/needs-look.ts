import { type Category, categoriesIn } from '../../contract/categories';
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
  return fields.some((field) => {
    const held = categoriesOf(field).filter((category) => credentials.includes(category));
    return field.entry.filled > 0 && held.length > 0 && !isLookedAt(field, held, looks);
  });
}

/** Whether somebody said what a field holds, or whether it could be one of these; whoever was asked of another did not look at them. */
function isLookedAt(field: Field, categories: readonly Category[], looks: readonly PathLook[]): boolean {
  return looksAt(field, looks).some(
    ({ holds, cannot }) => holds !== null || categories.some((category) => cannot.includes(category)),
  );
}
