import type { Engine } from '../../contract/store';
import { oneNumber } from '../../engine/one-number';
import { makeNameMacros } from './name-macros';
import type { NameColumns } from './name-columns';
import { nicknames } from './nicknames';

/** The temporary table of rows with a name: texts folded, so that what is written in two ways is equal. */
export const NAME_ROWS = 'name_rows';

/** Columns beside the name, whose values may be too common to tell anybody apart. */
const BESIDE = ['d', 'z', 't', 'p', 'n'] as const;

/**
 * Lays down the rows that have a name, numbered from 0: given name `g`, family name `s`, both in either order `k`, birth date `d`
 * and the same with day and month exchanged `w`, postcode `z`, street `t`, phone `p`, national number `n`.
 *
 * A value that more rows share than `most` tells nobody apart (a date that stands where none was known): it counts as missing.
 *
 * @returns how many rows there are
 */
export async function makeNameRows(
  engine: Engine,
  sources: readonly NameColumns[],
  most: number,
): Promise<number> {
  await makeNameMacros(engine);
  await engine.fill('nicknames', ['short', 'name'], nicknames());
  const rows = sources.map(
    (
      source,
    ) => `select ${namesOf(source)}, ${cell(source.born)} as born, ${cell(source.postcode)} as postcode,
      ${cell(source.street)} as street, ${cell(source.phone)} as phone, ${cell(source.number)} as number
      from ${source.from}`,
  );
  await engine.run(`create or replace temp table ${NAME_ROWS} as
    with read as (${rows.join(' union all ')}),
    folded as (select name_folded(given) as whole, name_folded(family) as family, date_digits(born) as d,
      text_squeezed(postcode) as z, text_squeezed(street) as t,
      nullif(right(regexp_replace(phone, '\\D', '', 'g'), 9), '') as p, text_squeezed(number) as n from read),
    parts as (select *, coalesce(nicknames.name, split_part(whole, ' ', 1))
      || replace(substr(whole, length(split_part(whole, ' ', 1)) + 1), ' ', '') as g, replace(family, ' ', '') as s
      from folded left join nicknames on nicknames.short = split_part(whole, ' ', 1))
    select cast(row_number() over () - 1 as integer) as id, g, s, least(g, s) || ' ' || greatest(g, s) as k,
      d, date_swapped(d) as w, z, t, p, n from parts where g <> '' or s <> ''`);
  await leaveOutCommon(engine, most);
  return oneNumber(engine, `select count(*) from ${NAME_ROWS}`);
}

/** Empties values that more than `most` rows share. */
async function leaveOutCommon(engine: Engine, most: number): Promise<void> {
  for (const column of BESIDE) {
    const common = `select ${column} from ${NAME_ROWS} where ${column} is not null group by ${column} having count(*) > ${most}`;
    const also = column === 'd' ? ', w = null' : '';
    await engine.run(`update ${NAME_ROWS} set ${column} = null${also} where ${column} in (${common})`);
  }
}

/** Given and family name; of a name in one piece what stands before its last word, or behind its comma, is given. */
function namesOf({ given, family }: NameColumns): string {
  if (family !== null) return `coalesce(${given}, '') as given, coalesce(${family}, '') as family`;
  const name = `trim(coalesce(${given}, ''))`;
  return `case when contains(${name}, ',') then split_part(${name}, ',', 2)
      else regexp_replace(${name}, '\\s*\\S+$', '') end as given,
    case when contains(${name}, ',') then split_part(${name}, ',', 1)
      else regexp_extract(${name}, '\\S+$') end as family`;
}

function cell(sql: string | null): string {
  return sql ?? 'cast(null as varchar)';
}
