import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { Store } from '../contract/store';
import type { Category } from '../contract/categories';
import { categoryTitle } from '../words/names/category-names';
import { countOf } from './count-of';
import { distinctTexts } from './distinct-texts';
import { categoriesOf } from '../fields/categories-of';
import { deviceCategory } from './attributes/person-attributes';

/** Categories whose values are things to count for themselves. */
export const TOKENS: readonly Category[] = ['api-token', 'third-party-token', 'session-id', 'secret-key'];

/**
 * Devices and tokens: distinct texts, not people.
 *
 * @param asked categories that are counted even where they do not occur
 */
export async function thingMeasures(store: Store, fields: Field[], asked: string[]): Promise<Counted[]> {
  const distinct = (category: string) => {
    const entries = fields.filter((field) => categoriesOf(field).some((own) => own === category));
    return distinctTexts(
      store,
      entries.map(({ entry }) => ({ entry, folds: null })),
    );
  };
  const occurs = (category: string) =>
    fields.some((field) => categoriesOf(field).some((own) => own === category));
  const things: Counted[] = [];
  const device = deviceCategory(fields);
  if (device !== null) things.push(countOf({ family: 'devices' }, await distinct(device)));
  for (const category of TOKENS.filter((token) => occurs(token) || asked.includes(token))) {
    const words = [categoryTitle(category)];
    things.push(countOf({ family: 'tokens.with', parameter: category }, await distinct(category), { words }));
  }
  return things;
}
