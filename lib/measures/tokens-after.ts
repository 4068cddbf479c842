import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import { Leaked } from '../contract/leaked';
import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import { categoriesOf } from '../fields/categories-of';
import { filledSql } from '../people/filled-sql';
import { countOf } from './count-of';
import { instantOf } from './instant-of';
import { textSlices } from './text-slices';
import { TOKENS } from './thing-measures';

/** Temporary table of the times after the instant. */
const LATER = 'later_times';

/**
 * Different tokens in documents dated at an instant or after it: a renewal of all tokens before it did not end them. A token
 * and a date belong together where they stand in one document; a document without a date says nothing.
 *
 * @param instants ISO 8601, as the ids name them
 */
export async function tokensAfter(
  store: Store,
  fields: readonly Field[],
  instants: readonly string[],
): Promise<Counted[]> {
  const counts: Counted[] = [];
  for (const instant of instants) {
    const value = await countAfter(store, fields, Date.parse(instant));
    counts.push(countOf({ family: 'tokens.alive-after', parameter: instant }, value, { words: [instant] }));
  }
  return counts;
}

async function countAfter(store: Store, fields: readonly Field[], after: number): Promise<number> {
  const held = fields.filter(({ entry }) => entry.column !== null);
  const tokens = held.filter((field) => categoriesOf(field).some((own) => TOKENS.includes(own)));
  const kinds = new Set(tokens.map(({ entry }) => entry.kind));
  const times = held
    .filter(({ category, entry }) => category === 'timestamp' && kinds.has(entry.kind))
    .map(({ entry }) => entry);
  if (tokens.length === 0 || times.length === 0) return 0;
  const later: [string][] = [];
  for await (const text of textSlices(store, times)) {
    const time = instantOf(Leaked.unseal(text));
    if (time !== null && time >= after) later.push([Leaked.unseal(text)]);
  }
  await store.engine.fill(LATER, ['time'], later);
  const dated = times.map(
    ({ table, column, kind }) =>
      `select _doc, '${kind}' as kind from ${store.source(table)} where ${column} in (select time from ${LATER})`,
  );
  const texts = tokens.map(
    ({ entry }) =>
      `select ${entry.column} as token from ${store.source(entry.table)} where ${filledSql(entry)}
       and _doc in (select _doc from (${dated.join(' union all ')}) where kind = '${entry.kind}')`,
  );
  return oneNumber(store.engine, `select count(distinct token) from (${texts.join(' union all ')})`);
}
