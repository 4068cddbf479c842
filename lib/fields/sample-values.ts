import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';

/**
 * A bounded sample of each path's texts, the same in every run: its first different filled texts by document, which were
 * kept while reading. One statement, however many paths there are, and one row a path: a cell costs more than its text.
 *
 * @returns sealed texts by path; a path without texts is missing
 */
export async function sampleValues(store: Store): Promise<Map<StorePath, Leaked[]>> {
  const samples = new Map<StorePath, Leaked[]>();
  const rows = await store.engine.texts(
    `select path::varchar, to_json(list(text order by place))::varchar from ${store.source('samples')} group by path`,
  );
  for (const [path, texts] of rows) {
    const entry = path && store.manifest.paths[Number(Leaked.unseal(path))];
    if (!entry || !texts) continue;
    const list = JSON.parse(Leaked.unseal(texts)) as string[];
    samples.set(
      entry,
      list.map((text) => Leaked.seal(text)),
    );
  }
  return samples;
}
