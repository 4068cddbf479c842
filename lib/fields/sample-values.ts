import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';

/** Sealed texts by path. */
export type Samples = ReadonlyMap<StorePath, readonly Leaked[]>;

/** Bytes of a text that a sample keeps; the rest of a longer one is cut. */
const MOST_BYTES = 1024;

/** Whether a sample of a path holds all of its different filled texts, each whole. */
export function holdsAll({ distinct, maxBytes }: StorePath, sample: readonly Leaked[]): boolean {
  return sample.length >= distinct && maxBytes <= MOST_BYTES;
}

/**
 * A bounded sample of each path's texts, the same in every run: its first different filled texts by document, which were
 * kept while reading. One statement, however many paths there are, and one row a path: a cell costs more than its text.
 *
 * @returns sealed texts by path; a path without texts is missing
 */
export function sampleValues(store: Store): Promise<Samples> {
  const known = taken.get(store) ?? take(store);
  taken.set(store, known);
  return known;
}

/** Taken once: whoever looks at the cells of a store looks at the same. */
const taken = new WeakMap<Store, Promise<Samples>>();

async function take(store: Store): Promise<Samples> {
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
