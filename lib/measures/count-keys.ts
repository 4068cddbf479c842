import type { StorePath } from '../contract/manifest';
import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import { quoteIdentifier } from '../engine/quote';
import { noValuesAt } from '../fields/no-values/no-values-at';
import { filledSql } from '../people/filled-sql';
import { type Folds, foldsMade, foldsOf } from '../people/folded-emails';
import { levelOf } from '../people/level-of';
import { pathName } from '../fields/path-name';
import { entryOfKey, personKeySql } from '../people/person-key-sql';

/**
 * People under a definition: different keys, at its level, over every path that carries one. Exact. What the inventory
 * has counted already is not counted again.
 */
export async function countKeys(store: Store, definition: PeopleDefinition): Promise<number> {
  // Several keys of one kind were laid down in one table, which the first of them names.
  const own = definition.keys.filter(
    ({ kind }, i, keys) => keys.findIndex((each) => each.kind === kind) === i,
  );
  const entries = own.flatMap((key) => entryOfKey(store, key) ?? []);
  const folds: (Folds | null)[] = [];
  for (const entry of entries) folds.push(await foldsOf(store, entry, levelOf(definition.id)));
  const [only, second] = entries;
  if (only === undefined) return 0;
  if (second === undefined && noValuesAt(only) === null) return countFolded(store, only, folds[0] ?? null);
  const keys = entries.flatMap((entry) => {
    const sql = personKeySql(store, definition, entry.kind);
    return sql ? [`select ${sql.key} as person from ${sql.from} where ${filledSql(entry, sql.key)}`] : [];
  });
  return oneNumber(store.engine, `select count(distinct person) from (${keys.join(' union all ')})`);
}

/** Different texts of one path at a level. Those that it changes leave the count; what they become joins, unless it is there. */
export async function countFolded(store: Store, entry: StorePath, folds: Folds | null): Promise<number> {
  if (folds === null) return entry.distinct;
  const known = there.get(folds) ?? countThere(store, entry, folds);
  there.set(folds, known);
  return entry.distinct - folds.raw + folds.folded - (await known);
}

/** Texts that are there already in the form that others take, by the folds that give it; each asked for once. */
const there = new WeakMap<Folds, Promise<number>>();

async function countThere(store: Store, entry: StorePath, folds: Folds): Promise<number> {
  const name = await formsThere(store, entry, folds);
  return oneNumber(
    store.engine,
    `select count(*) from ${name} where text in (select folded from ${folds.table} where folded <> '')`,
  );
}

/** The temporary table of a path's texts that are a form of others, and the folds whose forms were looked for. */
const looked = new WeakMap<StorePath, { name: string; tables: Set<string> }>();

/** Looks for the forms of every level in one go: each look goes over all texts of the path. */
async function formsThere(store: Store, entry: StorePath, folds: Folds): Promise<string> {
  const known = looked.get(entry);
  if (known?.tables.has(folds.table)) return known.name;
  const levels = ([1, 2, 3] as const).map((level) => foldsMade(store, entry, level)?.table);
  const tables = new Set([folds.table, ...levels.filter((table) => table !== undefined)]);
  const name = `there_${pathName(entry)}`;
  const column = quoteIdentifier(`${entry.column}`);
  const forms = [...tables].map((table) => `select folded from ${table} where folded <> ''`).join(' union ');
  await store.engine.run(
    `create or replace temp table ${name} as
     select distinct ${column} as text from ${store.source(entry.table)} where ${column} in (${forms})`,
  );
  looked.set(entry, { name, tables });
  return name;
}
