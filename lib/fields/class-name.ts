import { Leaked } from '../contract/leaked';
import type { StoreKind } from '../contract/manifest';
import type { Store } from '../contract/store';

/** The last word of the class that all documents of a kind name: `Patient` of `org.example.clinic.Patient`. */
export async function className(store: Store, { id, documents }: StoreKind): Promise<string | undefined> {
  const entry = store.find(id, '_class');
  if (!entry || entry.column === null || entry.distinct !== 1 || entry.filled !== documents) return undefined;
  const [[text = null] = []] = await store.engine.texts(
    `select min(${entry.column}) from ${store.source(entry.table)}`,
  );
  const name = text && Leaked.unseal(text).split(/[.$]/).at(-1);
  return name && /^[A-Za-z_]{1,60}$/.test(name) ? name : undefined;
}
