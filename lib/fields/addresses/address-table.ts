import { Leaked } from '../../contract/leaked';
import type { StorePath, StoreTable } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { quoteIdentifier, quoteText } from '../../engine/quote';
import { pathName } from '../path-name';
import type { AddressPlace } from './address-places';
import { addressesIn } from './addresses-in';
import { dressOf } from './dress-of';

/** Where the addresses of a path stand by themselves. */
export interface AddressTable {
  entry: StorePath;
  /** The table that was made for them; null where they are a further column of the path's own. */
  table: StoreTable | null;
  /** SQL source of the entry's table. */
  source: string;
}

/**
 * Makes the table raw cell → addresses of a path, and from it the inventory row of its addresses. Where no cell holds two they
 * stand beside the cells, in the same row; else in a table of their own, as the elements of an array do.
 *
 * @param from SQL source of the path's table
 * @returns null where no text holds an address
 */
export async function addressTable(
  store: Store,
  { entry, sort }: AddressPlace,
  from: string,
): Promise<AddressTable | null> {
  const name = pathName(entry);
  const column = quoteIdentifier(`${entry.column}`);
  const isPath = sort === 'cells';
  const plain = isPath ? `and not regexp_full_match(${column}, ${PLAIN})` : '';
  const texts = await store.engine.texts(
    `select distinct ${column} as raw from ${from} where (contains(${column}, '@') or contains(${column}, '＠')) ${plain}`,
  );
  const rows = texts.flatMap(([text]) => (text ? pairs(Leaked.unseal(text), isPath) : []));
  const cells = new Set(rows.map(([raw]) => raw)).size;
  if (rows.length === 0) return null;
  const dressed = `dressed_${name}`;
  await store.engine.fill(dressed, ['raw', 'address'], rows);
  const address = isPath ? `coalesce(dressed.address, cells.${column})` : 'dressed.address';
  const joined = `from ${from} as cells left join ${dressed} as dressed on dressed.raw = cells.${column}`;
  const own = `address_${entry.column}`;
  const path = isPath ? entry.path : `${entry.path}«address»`;
  if (cells === rows.length) {
    const source = `(select cells.*, ${address} as ${own} ${joined})`;
    return { entry: await counted(store, { ...entry, path, column: own }, source), table: null, source };
  }
  const table = `addresses_${name}`;
  await store.engine.run(
    `create or replace temp table ${table} as select cells._doc as _doc,
       row_number() over (partition by cells._doc order by dressed.rowid) - 1 as _i, ${address} as ${own}
     ${joined} where ${address} is not null`,
  );
  const made = await counted(store, { ...entry, path, table, column: own }, table);
  const columns = ['_doc', '_i', own];
  const files: string[] = [];
  return {
    entry: made,
    source: table,
    table: {
      name: table,
      kind: entry.kind,
      array: path,
      depth: 1,
      files,
      rows: made.values,
      bytes: 0,
      columns,
    },
  };
}

/** Texts that are surely one address and nothing else: they stand for themselves. */
const PLAIN = quoteText('[a-zA-Z0-9._%+-]+@[a-zA-Z0-9-]+([.][a-zA-Z0-9-]+)*[.][a-zA-Z]+');

/** A cell with each of its addresses, one that it repeats once. A cell of a path of addresses that is one stands for itself. */
function pairs(raw: string, isPath: boolean): [string, string][] {
  if (isPath && dressOf(raw) === 'plain') return [];
  const addresses = new Set(addressesIn(raw).map(({ address }) => address));
  return [...addresses].map((address) => [raw, address]);
}

/** The inventory row of addresses, counted. Their letters are those of the cells. */
async function counted(store: Store, entry: StorePath, source: string): Promise<StorePath> {
  const text = `${entry.column}`;
  const [row] = await store.engine.numbers(
    `select count(*), count(${text}) filter (where trim(${text}) <> ''), count(distinct ${text}) filter (where trim(${text}) <> ''),
       count(distinct _doc) filter (where trim(${text}) <> ''), coalesce(max(strlen(${text})), 0), count(${text}) from ${source}`,
  );
  const [values = 0, filledValues = 0, distinct = 0, filled = 0, maxBytes = 0, texts = 0] = (row ?? []).map(
    (cell) => cell ?? 0,
  );
  const types = { string: texts, null: values - texts };
  return { ...entry, typeColumn: null, filled, values, filledValues, distinct, types, maxBytes };
}
