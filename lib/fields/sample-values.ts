import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';

/**
 * A bounded sample of each path's texts, the same in every run: its first different filled texts by document, which were
 * kept while reading. One statement, however many paths there are.
 *
 * @returns sealed texts by path; a path without texts is missing
 */
export async function sampleValues(store: Store): Promise<Map<StorePath, Leaked[]>> {
  const samples = new Map<StorePath, Leaked[]>();
  const rows = await store.engine.texts(
    `select path::varchar, text from ${store.source('samples')} order by path::bigint, place::bigint`,
  );
  for (const [path, text] of rows) {
    const entry = path && store.manifest.paths[Number(Leaked.unseal(path))];
    if (!entry || !text) continue;
    const own = samples.get(entry);
    if (own) own.push(text);
    else samples.set(entry, [text]);
  }
  return samples;
}
