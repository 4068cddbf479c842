import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { entryOfKey } from '../../people/person-key-sql';

/** Documents that have no key of a definition. */
export function ownerlessOf(store: Store, main: PeopleDefinition): number {
  return store.manifest.kinds.reduce((sum, { id, documents }) => {
    const keys = main.keys.filter(({ kind }) => kind === id);
    const named = keys.map((key) => entryOfKey(store, key)?.filled ?? 0);
    return sum + documents - Math.min(documents, Math.max(0, ...named));
  }, 0);
}
