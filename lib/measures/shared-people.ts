import type { Counted } from '../contract/evidence';
import { type MeasureId, parseMeasureId } from '../contract/measure-id';
import type { People } from '../contract/people';
import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import { filledSql } from '../people/filled-sql';
import { keyEntry, personKeySql } from '../people/person-key-sql';
import { countOf } from './count-of';

/** What {@link sharedPeople} goes over. */
export interface OverlapContext {
  store: Store;
  people: People;
  /** Kind id → its name. */
  kindNames: Record<string, string>;
  /** Parts of each of two captures, where the input is two. */
  captures?: [number[], number[]] | null;
}

type PairId = Extract<MeasureId, { family: 'overlap' | 'union' }>;

/** What `overlap:A,B` and `union:A,B` name: two kinds, or the two captures of one input. */
export const CAPTURES = ['capture-1', 'capture-2'] as const;

/**
 * People under the main definition who are in both of two kinds (or captures), or in either.
 *
 * @param ids those whose parts are not there are counted as nobody
 */
export async function sharedPeople(ids: readonly PairId[], context: OverlapContext): Promise<Counted[]> {
  const { main } = context.people;
  if (main === null) return [];
  const counts: Counted[] = [];
  for (const id of ids) {
    const { family, parameter: names } = id;
    const [a, b] = [peopleSql(names[0], context), peopleSql(names[1], context)];
    const both = a !== null && b !== null;
    const joined = [a, b]
      .filter((sql) => sql !== null)
      .join(family === 'overlap' ? ' intersect ' : ' union ');
    const nobody = !both && (family === 'overlap' || joined === '');
    const count = nobody ? 0 : await oneNumber(context.store.engine, `select count(*) from (${joined})`);
    counts.push(countOf(id, count, { main, words: names }));
  }
  return counts;
}

/** Whether a measure is of the two captures of an input, which are there only where a proof shows them. */
export function namesCaptures(id: string): boolean {
  const parsed = parseMeasureId(id);
  if (parsed?.family !== 'overlap' && parsed?.family !== 'union') return false;
  return parsed.parameter.some((name) => CAPTURES.some((capture) => capture === name));
}

/** SQL of the different people of a kind or a capture; null where there is no such thing, or it names nobody. */
function peopleSql(name: string, { store, people, kindNames, captures }: OverlapContext): string | null {
  const { main } = people;
  if (main === null) return null;
  const capture = CAPTURES.findIndex((each) => each === name);
  const parts = capture < 0 ? null : (captures?.[capture as 0 | 1] ?? []);
  const kinds = store.manifest.kinds.filter(({ id }) => parts !== null || kindNames[id] === name);
  const rows = kinds.flatMap(({ id }) => {
    const sql = personKeySql(store, main, id);
    const entry = keyEntry(store, main, id);
    if (!sql || !entry) return [];
    const within =
      parts === null
        ? ''
        : `and _doc in (select _doc from ${store.source(id)} where _part in (${['-1', ...parts].join(', ')}))`;
    return [`select ${sql.key} as person from ${sql.from} where ${filledSql(entry, sql.key)} ${within}`];
  });
  return rows.length === 0 ? null : `(select distinct person from (${rows.join(' union all ')}))`;
}
