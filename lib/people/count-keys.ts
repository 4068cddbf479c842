import type { StorePath } from '../contract/manifest';
import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { quoteIdentifier } from '../engine/quote';
import { filledSql } from './filled-sql';
import type { Folds } from './folded-emails';
import { foldsOf } from './folded-emails';
import { levelOf } from './level-of';
import { personKeySql } from './person-key-sql';

/**
 * People under a definition: different keys, at its level, over every path that carries one. Exact. What the inventory
 * has counted already is not counted again.
 */
export async function countKeys(store: Store, definition: PeopleDefinition): Promise<number> {
  const entries = definition.keys.flatMap(({ kind, path }) => store.find(kind, path) ?? []);
  const folds: (Folds | null)[] = [];
  for (const entry of entries) folds.push(await foldsOf(store, entry, levelOf(definition.id)));
  const [only, second] = entries;
  if (only === undefined) return 0;
  if (second === undefined) return countFolded(store, only, folds[0] ?? null);
  const keys = entries.flatMap((entry) => {
    const sql = personKeySql(store, definition, entry.kind);
    return sql ? [`select ${sql.key} as person from ${sql.from} where ${filledSql(entry, sql.key)}`] : [];
  });
  return one(store, `select count(distinct person) from (${keys.join(' union all ')})`);
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

function countThere(store: Store, entry: StorePath, folds: Folds): Promise<number> {
  const column = quoteIdentifier(entry.column as string);
  return one(
    store,
    `select count(distinct ${column}) from ${store.source(entry.table)}
     where ${column} in (select folded from ${folds.table} where folded <> '')`,
  );
}

async function one(store: Store, sql: string): Promise<number> {
  const [row] = await store.engine.numbers(sql);
  return row?.[0] ?? 0;
}
