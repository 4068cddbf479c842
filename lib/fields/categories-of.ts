import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';

/** Every category that a field may have: its definitions where its meaning is disputed. */
export function categoriesOf(field: Field): Category[] {
  const disputed = [...new Set(field.definitions.map((definition) => definition.category))];
  return disputed.length > 1 ? disputed : [field.category];
}
