import type { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { textsSql } from './distinct-texts';

/** Texts fetched at once, so that a large input does not lie in memory whole. */
const SLICE = 250_000;

/** The different filled texts of some paths together, sealed, in no order. */
export async function* textSlices(store: Store, entries: readonly StorePath[]): AsyncGenerator<Leaked> {
  const texts = textsSql(
    store,
    entries.map((entry) => ({ entry, folds: null })),
  );
  if (texts === null) return;
  const most = entries.reduce((sum, { distinct }) => sum + distinct, 0);
  const slices = Math.max(1, Math.ceil(most / SLICE));
  for (let slice = 0; slice < slices; slice++) {
    const part = slices === 1 ? '' : `where hash(text) % ${slices} = ${slice}`;
    for (const [text] of await store.engine.texts(`select distinct text from (${texts}) ${part}`)) {
      if (text) yield text;
    }
  }
}
