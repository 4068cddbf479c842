import type { Leaked } from '../../contract/leaked';
import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';

/** Texts that are drawn from a path. */
const DRAWN = 400;

/** Filled texts of a path, sealed: as they fall in a draw from all documents, the same in every run. */
export async function pathTexts(store: Store, { table, column }: StorePath): Promise<Leaked[]> {
  if (column === null) return [];
  const rows = await store.engine.texts(
    `select ${column} from (select ${column} from ${store.source(table)} where trim(${column}) <> '')
     using sample reservoir(${DRAWN} rows) repeatable (16)`,
  );
  return rows.flatMap(([text]) => text ?? []);
}
