import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { countOf } from './count-of';
import { instantOf } from './instant-of';

const HOUR = 3_600_000;
/** Documents that an hour must hold: a single date could be somebody's. */
const ENOUGH = 10;
/** Rows fetched at once, and how often. */
const [SLICE, ROUNDS] = [5_000, 20];

/**
 * The oldest and the newest hour in which at least ten documents are dated. They date the records and say nothing of how
 * long a server stood open.
 *
 * @returns instants in milliseconds since 1970 UTC; null where no hour holds ten documents. Empty without dates
 */
export async function recordDates(store: Store, fields: readonly Field[]): Promise<Counted[]> {
  const entries = fields
    .filter(({ category, entry }) => category === 'timestamp' && entry.column !== null)
    .map(({ entry }) => entry);
  if (entries.length === 0) return [];
  return [
    countOf({ family: 'oldest-record' }, await end(store, entries, 'asc')),
    countOf({ family: 'newest-record' }, await end(store, entries, 'desc')),
  ];
}

async function end(store: Store, entries: StorePath[], order: 'asc' | 'desc'): Promise<number | null> {
  const nearer = order === 'asc' ? Math.min : Math.max;
  const found = new Map<number, Set<number>>();
  for (const entry of entries) await collect(store, entry, { order, found });
  const hours = [...found].flatMap(([hour, documents]) => (documents.size >= ENOUGH ? [hour] : []));
  return hours.length === 0 ? null : hours.reduce((best, hour) => nearer(best, hour)) * HOUR;
}

/** Documents by hour from one end of a path's times, until some hour is full. Times of one length sort as their bytes. */
async function collect(
  store: Store,
  { table, column }: StorePath,
  { order, found }: { order: 'asc' | 'desc'; found: Map<number, Set<number>> },
): Promise<void> {
  const source = store.source(table);
  const lengths = await store.engine.numbers(
    `select distinct strlen(${column}) from ${source} where strlen(${column}) between 10 and 40 order by 1`,
  );
  for (const [length] of lengths) {
    const own = new Map<number, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const rows = `select ${column} as time, _doc from ${source} where strlen(${column}) = ${length}
        order by 1 ${order}, 2 limit ${SLICE} offset ${round * SLICE}`;
      const texts = await store.engine.texts(`select time from (${rows})`);
      const documents = await store.engine.numbers(`select _doc from (${rows})`);
      texts.forEach(([text], i) => {
        const time = text ? instantOf(Leaked.unseal(text)) : null;
        if (time === null) return;
        const hour = Math.floor(time / HOUR);
        found.set(hour, (found.get(hour) ?? new Set()).add(documents[i]?.[0] ?? 0));
        own.set(hour, (own.get(hour) ?? 0) + 1);
      });
      if (texts.length < SLICE || [...own.values()].some((times) => times >= ENOUGH)) break;
    }
  }
}
