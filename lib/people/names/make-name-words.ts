import type { Engine } from '../../contract/store';
import { NAME_ROWS } from './make-name-rows';

/** The temporary table of names of {@link NAME_ROWS} that may be one name: `x` and `y`, each name with itself too. */
export const NAME_ALIKE = 'name_alike';

/** Shortest name that the start or the end of a longer one may be. */
const SHORTEST_PART = 3;

/**
 * Finds the names that are at most a typing error apart, or one the start or the end of the other, without comparing each with
 * each: two that are one error apart are equal when each loses one letter, or none (the deletion neighbourhood of Mor and
 * Fraenkel 1982).
 */
export async function makeNameWords(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp table name_words as
    select x from (select g as x from ${NAME_ROWS} union select s from ${NAME_ROWS}) where x <> ''`);
  await engine.run(`create or replace temp table name_shortened as
    select x, substr(x, 1, i - 1) || substr(x, i + 1) as v
    from (select x, unnest(range(1, length(x) + 1)) as i from name_words where length(x) >= 3)
    union select x, x from name_words`);
  await engine.run(`create or replace temp table name_parts as
    select x, substr(x, 1, i) as v from (select x, unnest(range(${SHORTEST_PART}, length(x))) as i from name_words)
    union select x, right(x, i) from (select x, unnest(range(${SHORTEST_PART + 1}, length(x))) as i from name_words)`);
  const parts = 'select a.x as x, b.x as y from name_parts a join name_words b on b.x = a.v';
  await engine.run(`create or replace temp table ${NAME_ALIKE} as
    select x, x as y from name_words
    union select a.x, b.x from name_shortened a join name_shortened b on a.v = b.v where a.x <> b.x and name_typo(a.x, b.x)
    union ${parts} union select y, x from (${parts})`);
  for (const table of ['name_words', 'name_shortened', 'name_parts']) await engine.run(`drop table ${table}`);
}
