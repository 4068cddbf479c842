import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';
import { distinctValues } from '../fields/no-values/no-values-at';
import { KEY_CATEGORIES } from './key-names';

/** Fields that may tell the records' own people apart. */
export function ownFields(fields: readonly Field[]): Field[] {
  return fields.filter(
    (field) =>
      field.whose === 'own' &&
      (KEY_CATEGORIES as readonly Category[]).includes(field.category) &&
      distinctValues(field.entry) > 0 &&
      field.entry.column !== null,
  );
}
