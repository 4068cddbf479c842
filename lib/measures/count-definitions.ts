import type { CountedDefinition, CountedPeople } from '../contract/people';
import type { Store } from '../contract/store';
import type { FoundPeople } from '../people/find-people';
import { countKeys } from './count-keys';
import { countNames } from './count-names';
import { countLinked, type DefinitionCount } from './count-linked';

/**
 * How many people the input holds under each definition, exact.
 *
 * @param mainCount people under the main definition, where they were counted with what they have; null counts them here
 */
export async function countDefinitions(
  store: Store,
  { definitions, main, warnings, linking, names }: FoundPeople,
  mainCount: number | null = null,
): Promise<CountedPeople> {
  const counts = new Map<string, DefinitionCount>();
  for (const definition of definitions) {
    if (LINKED.includes(definition.id)) continue;
    // One key is in the inventory.
    const known = definition === main && definition.keys.length > 1 ? mainCount : null;
    const count = known ?? (await countKeys(store, definition));
    counts.set(definition.id, { count, range: null, links: null });
  }
  if (linking) {
    const accounts = counts.get('people.accounts')?.count ?? 0;
    for (const [id, count] of Object.entries(await countLinked(store, linking, accounts)))
      counts.set(id, count);
  }
  if (names) {
    const { people, range } = await countNames(store.engine, names.unnamed);
    counts.set('people.linked-names', { count: people, range, links: null });
  }
  const counted = definitions.flatMap((definition): CountedDefinition[] => {
    const count = counts.get(definition.id);
    return count ? [{ ...definition, ...count }] : [];
  });
  return { definitions: counted, main: counted.find(({ id }) => id === main?.id) ?? null, warnings };
}

const LINKED: readonly string[] = ['people.linked-l4', 'people.households', 'people.linked-names'];
