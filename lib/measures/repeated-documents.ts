import type { StoreKind, StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { wholeStore } from '../fields/addresses/spread-addresses';
import { oneNumber } from '../engine/one-number';

/**
 * For each kind, the documents that repeat an earlier one of it in every value, its envelope left out. Exact: rows are first sieved
 * by the path with the most different values, then compared whole, arrays element by element.
 */
export async function repeatedDocuments(counted: Store): Promise<ReadonlyMap<string, number>> {
  const store = wholeStore(counted);
  const repeated = new Map<string, number>();
  for (const kind of store.manifest.kinds) repeated.set(kind.id, await repeatedIn(store, kind));
  return repeated;
}

async function repeatedIn(store: Store, { id, documents }: StoreKind): Promise<number> {
  const paths = store.manifest.paths.filter(
    ({ kind, path, column, typeColumn }) =>
      kind === id && !path.startsWith('@') && (column ?? typeColumn) !== null,
  );
  const own = paths.filter(({ table }) => table === id);
  const telling = [...own].filter(({ column }) => column !== null).sort((a, b) => b.distinct - a.distinct)[0];
  if (!telling || telling.distinct === documents) return 0;
  const source = store.source(id);
  // No value is a value: where the telling path is empty, all such documents pass the sieve together.
  const sieve = `select hash(${telling.column}) from ${source} group by 1 having count(*) > 1`;
  const tables = [...new Set(paths.map(({ table }) => table))].filter((table) => table !== id);
  const arrays = tables.map((table, i) => ({ name: `a${i}`, sql: arrayOf(store, table, paths) }));
  const columns = [...own.flatMap(columnsOf), ...arrays.map(({ name }) => `${name}.elements`)];
  const joins = arrays.map(({ name, sql }) => `left join (${sql}) as ${name} using (_doc)`);
  return oneNumber(
    store.engine,
    `select coalesce(sum(times - 1), 0) from (select count(*) as times
       from (select * from ${source} where hash(${telling.column}) in (${sieve})) as documents ${joins.join(' ')}
       group by ${columns.join(', ')})`,
  );
}

/** SQL of every document's elements of one array, in their order. */
function arrayOf(store: Store, table: string, paths: readonly StorePath[]): string {
  const own = paths.filter((path) => path.table === table).flatMap(columnsOf);
  const depth = store.manifest.tables.find(({ name }) => name === table)?.columns ?? [];
  const places = depth.filter((column) => /^_i\d*$/.test(column));
  const element = [...places, ...own].join(', ');
  return `select _doc, list(row(${element}) order by ${places.join(', ')}) as elements from ${store.source(table)} group by _doc`;
}

function columnsOf({ column, typeColumn }: StorePath): string[] {
  return [column, typeColumn].filter((name) => name !== null);
}
