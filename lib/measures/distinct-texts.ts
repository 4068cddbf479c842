import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import { distinctValues } from '../fields/no-values/no-values-at';
import { filledSql } from '../people/filled-sql';

/** A path, and the table of texts that change under the level of normalisation asked for (`raw`, `folded`), if any. */
export interface TextSource {
  entry: StorePath;
  folds: string | null;
}

/**
 * SQL of every filled text of some paths, as column `text`, normalised where a table of folds is given.
 *
 * @param beside further columns, by the place of the path among `sources`; none by default
 * @returns null where no path holds texts
 */
export function textsSql(
  store: Store,
  sources: TextSource[],
  beside: (place: number) => string = () => '',
): string | null {
  const parts = sources
    .map((source, place) => ({ ...source, more: beside(place) }))
    .filter(({ entry }) => entry.column !== null)
    .map(({ entry, folds, more }) => {
      const from = `${store.source(entry.table)} as documents`;
      if (folds === null)
        return `select ${entry.column} as text${more} from ${from} where ${filledSql(entry)}`;
      const join = `left join ${folds} as folds on folds.raw = documents.${entry.column}`;
      return `select coalesce(folds.folded, documents.${entry.column}) as text${more} from ${from} ${join}
        where ${filledSql(entry, `documents.${entry.column}`)}`;
    });
  return parts.length === 0 ? null : parts.join(' union all ');
}

/** Paths with so few different texts beside the largest are looked up in it, and not all counted anew. */
const FEW = 0.25;

/** Distinct filled texts over some paths, exact. What the inventory has counted already is not counted again. */
export async function distinctTexts(store: Store, sources: TextSource[]): Promise<number> {
  const [largest, ...others] = [...sources].sort((a, b) => distinctValues(b.entry) - distinctValues(a.entry));
  if (largest && sources.every(({ folds }) => folds === null)) {
    const rest = others.reduce((sum, { entry }) => sum + distinctValues(entry), 0);
    if (rest === 0) return distinctValues(largest.entry);
    if (rest <= FEW * distinctValues(largest.entry))
      return distinctValues(largest.entry) + (await distinctOnlyIn(store, others, [largest]));
  }
  const texts = textsSql(store, sources);
  return texts === null ? 0 : oneNumber(store.engine, `select count(distinct text) from (${texts})`);
}

/** Numbers the tables of named texts: two questions at once do not share one. */
let tables = 0;

/**
 * Distinct texts of some paths that are not among the texts of others, exact. Both are normalised to one level, so that a
 * text which normalising changes can equal none of the first paths' texts: the others' raw texts need no folding.
 */
export async function distinctOnlyIn(
  store: Store,
  sources: TextSource[],
  others: TextSource[],
): Promise<number> {
  const texts = textsSql(store, sources);
  if (texts === null) return 0;
  const named = `named_texts_${tables++}`;
  await store.engine.run(`create or replace temp table ${named} as select distinct text from (${texts})`);
  const known = others
    .filter(({ entry }) => entry.column !== null)
    .flatMap(({ entry, folds }) => [
      `select ${entry.column} as text from ${store.source(entry.table)}`,
      ...(folds === null ? [] : [`select folded as text from ${folds}`]),
    ])
    .map((all) => `select text from (${all}) where text in (select text from ${named})`);
  const all = await oneNumber(store.engine, `select count(*) from ${named}`);
  const there =
    known.length === 0
      ? 0
      : await oneNumber(store.engine, `select count(distinct text) from (${known.join(' union all ')})`);
  await store.engine.run(`drop table ${named}`);
  return all - there;
}
