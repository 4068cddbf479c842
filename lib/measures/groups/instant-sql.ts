import { FIRST_DATE, LAST_DATE } from '../instant-of';

const DIGITS = [
  [10, '* 1000'],
  [13, ''],
  [16, '// 1000'],
  [19, '// 1000000'],
] as const;
const TIME = '[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?';
const ISO = `[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ]${TIME} ?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?)?`;
const ZONE = '([+-])([0-9]{2}):?([0-9]{2})?$';

/**
 * SQL of the instant that a written time means, as `instantOf` reads it, so that no time has to leave the engine.
 *
 * @param text SQL of a text without blanks around it
 * @returns SQL of milliseconds since 1970 UTC, a bigint; null where the text is no time, or one before 1990 or after 2099
 */
export function instantSql(text: string): string {
  const epochs = DIGITS.map(
    ([length, scale]) =>
      `when regexp_full_match(${text}, '[0-9]{${length}}') then try_cast(${text} as bigint) ${scale}`,
  );
  // Behind the date and the minutes nothing but an offset has a sign.
  const behind = `substr(${text}, 17)`;
  const part = (group: number) => `regexp_extract(${behind}, '${ZONE}', ${group})`;
  const minutes = `(coalesce(try_cast(${part(2)} as integer), 0) * 60 + coalesce(try_cast(${part(3)} as integer), 0))`;
  const offset = `case when ${part(1)} = '-' then -1 else 1 end * ${minutes} * 60000`;
  const clock = `case when strlen(${text}) = 10 then '00:00' else regexp_extract(${text}, '${TIME}') end`;
  const local = `epoch_ms(try_cast(left(${text}, 10) || ' ' || ${clock} as timestamp))`;
  const instant = `case ${epochs.join(' ')} when regexp_full_match(${text}, '${ISO}') then ${local} - (${offset}) end`;
  return `(select case when i >= ${FIRST_DATE} and i < ${LAST_DATE} then i end from (select ${instant} as i))`;
}
