import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { Store } from '../contract/store';
import { categoryTitle } from '../words/category-names';
import { count } from './counted';
import { distinctTexts } from './distinct-texts';
import { categoriesOf } from '../fields/categories-of';
import { deviceCategory } from './person-attributes';

/** Categories whose values are things to count for themselves. */
export const TOKENS: string[] = ['api-token', 'third-party-token', 'session-id', 'secret-key'];

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
  if (device !== null)
    things.push(count('devices', 'Devices', await distinct(device), { unit: 'devices', drawnAs: 'devices' }));
  for (const category of TOKENS.filter((token) => occurs(token) || asked.includes(token))) {
    const id = `tokens.with:${category}`;
    things.push(
      count(id, `Different values: ${categoryTitle(category)}`, await distinct(category), {
        unit: 'tokens',
        drawnAs: id,
      }),
    );
  }
  return things;
}
