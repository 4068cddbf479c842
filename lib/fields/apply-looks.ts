import { CATEGORY_ROWS } from '../contract/categories';
import type { Field } from '../contract/field';
import type { PathLook } from '../contract/review';
import { categoriesOf } from './categories-of';
import { looksAt } from './looks-at';
import { keepNoValues, noValuesAt } from './no-values/no-values-at';

/**
 * Fields as somebody who looked at their values says: a look beats name, values and notes. One value for everybody that is a true
 * one counts from then on. Where looks differ, the field stays what it was taken for.
 */
export function applyLooks(fields: readonly Field[], looks: readonly PathLook[]): Field[] {
  return fields.map((field) => {
    const own = looksAt(field, looks);
    const [look] = own;
    if (!look || own.some((each) => each.holds !== look.holds)) return field;
    const none = noValuesAt(field.entry);
    if (look.holds !== null && none?.constant)
      keepNoValues(field.entry, none.table === null ? null : { ...none, constant: false });
    const denied = categoriesOf(field).every((each) => own.some(({ cannot }) => cannot.includes(each)));
    const category = look.holds ?? (denied ? 'unknown' : field.category);
    if (category === field.category) return field;
    const row = CATEGORY_ROWS.get(category);
    return {
      ...field,
      category,
      confidence: 1,
      why: ['somebody who looked at its values says so'],
      alternatives: [],
      definitions: [],
      hibp: row?.hibp ?? null,
      veris: row?.veris ?? null,
      gdpr: row?.gdpr ?? 'none',
    };
  });
}
