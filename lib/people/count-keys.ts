import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { filledSql } from './filled-sql';
import { foldedEmails } from './folded-emails';
import { levelOf } from './level-of';
import { personKeySql } from './person-key-sql';

/**
 * People under a definition: different keys, at its level, over every path that carries one. Exact. A key on one path
 * that its level does not change is in the inventory already.
 */
export async function countKeys(store: Store, definition: PeopleDefinition): Promise<number> {
  const parts: string[] = [];
  let changed = false;
  for (const { kind, path } of definition.keys) {
    const entry = store.find(kind, path);
    if (!entry) continue;
    changed = (await foldedEmails(store, entry, levelOf(definition.id))) !== null || changed;
    const sql = personKeySql(store, definition, kind);
    if (sql) parts.push(`select ${sql.key} as person from ${sql.from} where ${filledSql(entry, sql.key)}`);
  }
  const [only] = definition.keys;
  if (!changed && definition.keys.length === 1 && only)
    return store.find(only.kind, only.path)?.distinct ?? 0;
  if (parts.length === 0) return 0;
  const [row] = await store.engine.numbers(
    `select count(distinct person) from (${parts.join(' union all ')})`,
  );
  return row?.[0] ?? 0;
}
