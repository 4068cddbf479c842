import type { Leaked } from '../../contract/leaked';
import type { Store } from '../../contract/store';

/** One value of a record, sealed. */
export interface RecordText {
  path: string;
  text: Leaked;
}

/** Every value of one document that is a text, path by path; several where the path lies in an array. */
export async function recordTexts(store: Store, kind: string, document: number): Promise<RecordText[]> {
  const texts: RecordText[] = [];
  const held = store.manifest.paths.filter((entry) => entry.kind === kind && entry.column !== null);
  for (const table of new Set(held.map((entry) => entry.table))) {
    const own = held.filter((entry) => entry.table === table);
    const rows = await store.engine.texts(
      `select ${own.map(({ column }) => column).join(', ')} from ${store.source(table)} where _doc = ?`,
      [document],
    );
    for (const row of rows) {
      own.forEach(({ path }, i) => {
        const text = row[i];
        if (text) texts.push({ path, text });
      });
    }
  }
  return texts;
}
