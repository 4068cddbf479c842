import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { nameIndex } from '../name-index';
import { sampleValues } from '../sample-values';
import { addressPlaces } from './address-places';
import { keepStanding } from './address-standing';
import { addressTable } from './address-table';

/** The store as it was read, by the one that {@link spreadAddresses} made of it. */
const read = new WeakMap<Store, Store>();

/** The store whose cells are whole, as they were read. */
export function wholeStore(store: Store): Store {
  return read.get(store) ?? store;
}

/**
 * A store in which every address stands by itself: one that stands in a cell among names, signs or other addresses is found by
 * the kit's own function (raw cell → addresses, in a table beside the store). A path of addresses keeps its name; of a path that
 * holds or mentions them beside other things, they make the path `PATH«address»`. Where no sample shows such a cell the store
 * itself comes back and the engine is asked nothing more.
 */
export async function spreadAddresses(store: Store, taxonomy: Taxonomy): Promise<Store> {
  const samples = await sampleValues(store);
  const places = addressPlaces(samples, nameIndex(taxonomy));
  if (places.length === 0) return store;
  const sources = new Map<string, string>();
  const paths = [...store.manifest.paths];
  const tables = [...store.manifest.tables];
  const [sampled, replaced]: [string[], number[]] = [[], []];
  for (const place of places) {
    const from = sources.get(place.entry.table) ?? store.source(place.entry.table);
    const made = await addressTable(store, place, from);
    if (made === null) continue;
    const { entry, table, source } = made;
    sources.set(entry.table, source);
    const at = paths.indexOf(place.entry);
    const own = place.sort === 'cells' ? at : paths.length;
    paths[own] = entry;
    if (table) tables.push(table);
    keepStanding(entry, place.sort === 'mentioned' ? 'mentioned' : 'own');
    replaced.push(own);
    sampled.push(await samplesOf(store, { entry, own, source }));
  }
  const whole = store.source('samples');
  const others = `select path::integer as path, place::integer as place, text from ${whole} where path::integer not in (${replaced.join(', ') || -1})`;
  sources.set('samples', `(${[others, ...sampled].join(' union all ')})`);
  const byPath = new Map(paths.map((entry) => [`${entry.kind} ${entry.path}`, entry]));
  const spreaded: Store = {
    ...store,
    manifest: { ...store.manifest, paths, tables },
    source: (table) => sources.get(table) ?? store.source(table),
    find: (kind, path) => byPath.get(`${kind} ${path}`),
  };
  read.set(spreaded, store);
  return spreaded;
}

/** Different addresses that a sample keeps, as many as the reading keeps of a path. */
const SAMPLES = 64;

/** A temporary table with the first different addresses of a path, as `samples` has those of every other. */
async function samplesOf(
  store: Store,
  { entry, own, source }: { entry: StorePath; own: number; source: string },
): Promise<string> {
  const table = `samples_of_${own}`;
  await store.engine.run(
    `create or replace temp table ${table} as
     select ${own} as path, row_number() over (order by first, text) as place, text from
       (select ${entry.column} as text, min(_doc) as first from ${source} where trim(${entry.column}) <> '' group by 1)
     order by place limit ${SAMPLES}`,
  );
  return `select path, place, text from ${table}`;
}
