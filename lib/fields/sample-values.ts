import { Leaked } from '../contract/leaked';
import type { StorePath, StoreTable } from '../contract/manifest';
import type { Store } from '../contract/store';
import { quoteIdentifier } from '../engine/quote';

/** Rows at the head of a table that are looked at. */
const HEAD_ROWS = 128;
/** The same where a table has more columns than {@link WIDE}. */
const WIDE_ROWS = 24;
const WIDE = 400;
/** A document may hold a million array elements; so many rows of it are looked at. */
const MOST_ROWS = 512;
/** A path with fewer filled values than this at the head is looked up by itself. */
const FEW = 24;
/** Filled values that are looked up of such a path, and of how many paths of a table. */
const LOOKED_UP = 64;
const MOST_LOOKED_UP = 256;

/**
 * A bounded sample of each path's texts, the same in every run: the table's first documents, and the first filled
 * values of those paths that are rare there. Two or three statements a table, however many paths it has.
 *
 * @returns sealed texts by path; a path without texts is missing
 */
export async function sampleValues(store: Store): Promise<Map<StorePath, Leaked[]>> {
  const samples = new Map<StorePath, Leaked[]>();
  for (const table of store.manifest.tables) {
    const entries = store.manifest.paths.filter(
      (entry) => entry.table === table.name && entry.column !== null,
    );
    if (entries.length === 0 || table.rows === 0) continue;
    await sampleHead(store, table, entries, samples);
    const rare = entries.filter((entry) => {
      const seen = samples.get(entry)?.length ?? 0;
      return seen < FEW && entry.filledValues > seen;
    });
    rare.sort((a, b) => b.filledValues - a.filledValues);
    await sampleRare(store, table, rare.slice(0, MOST_LOOKED_UP), samples);
  }
  return samples;
}

async function sampleHead(
  store: Store,
  table: StoreTable,
  entries: StorePath[],
  samples: Map<StorePath, Leaked[]>,
): Promise<void> {
  const source = store.source(table.name);
  const rows = entries.length > WIDE ? WIDE_ROWS : HEAD_ROWS;
  // The engine reads whole rows only where this bound lets it, and sorts nothing but the rows that are left.
  const [bound] = await store.engine.numbers(
    `select max(_doc) from (select _doc from ${source} order by _doc limit ${rows})`,
  );
  const head = await store.engine.texts(
    `select ${entries.map(columnOf).join(', ')} from ${source} where _doc <= ? order by ${orderOf(table)} limit ${MOST_ROWS}`,
    [bound?.[0] ?? 0],
  );
  entries.forEach((entry, i) => {
    const filled = head
      .map((row) => row[i])
      .filter((text): text is Leaked => text instanceof Leaked && isFilled(text));
    if (filled.length > 0) samples.set(entry, filled);
  });
}

async function sampleRare(
  store: Store,
  table: StoreTable,
  entries: StorePath[],
  samples: Map<StorePath, Leaked[]>,
): Promise<void> {
  if (entries.length === 0) return;
  const source = store.source(table.name);
  const parts = entries.map((entry, i) => {
    const column = columnOf(entry);
    const filled = `${column} is not null and trim(${column}) <> ''`;
    return `(select '${i}', ${column} from ${source} where ${filled} order by ${orderOf(table)} limit ${LOOKED_UP})`;
  });
  const rows = await store.engine.texts(parts.join(' union all '));
  const found = entries.map((): Leaked[] => []);
  for (const [position, text] of rows) {
    if (position && text && isFilled(text)) found[Number(Leaked.unseal(position))]?.push(text);
  }
  entries.forEach((entry, i) => samples.set(entry, found[i] as Leaked[]));
}

function isFilled(text: Leaked): boolean {
  return Leaked.unseal(text).trim() !== '';
}

function columnOf(entry: StorePath): string {
  return quoteIdentifier(entry.column as string);
}

/** Position columns in file order, which is one order only: `_doc`, then the numbers of the array elements. */
function orderOf(table: StoreTable): string {
  return table.columns.filter((name) => name === '_doc' || /^_i\d*$/.test(name)).join(', ');
}
