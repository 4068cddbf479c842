import type { Engine } from '../../contract/store';

/** Letters that lose no accent but have a usual spelling, and the second spelling of umlauts: both fold into one. */
const SPELLINGS: readonly (readonly [from: string, to: string])[] = [
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['æ', 'a'],
  ['œ', 'o'],
  ['ı', 'i'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
];

const UMLAUTS = ['ae', 'oe', 'ue'] as const;

const TITLES = 'mr|mrs|ms|miss|dr|prof|herr|frau|sr|sra|don|dona|dipl|ing';

/**
 * Makes the functions by which names and dates are compared, inside the engine, so that no value leaves it.
 *
 * - `name_folded`: lower case, without accents, umlauts in one spelling, letters and single blanks alone, without titles
 * - `name_near`: equal, one typing error apart (Damerau 1964; Levenshtein 1966), one the start or the end of the other
 *   (double names, short forms), or its initial
 * - `date_digits`: eight digits, the year first; null where it is no whole date
 * - `date_swapped`: the same with day and month exchanged; null where that gives no other date
 */
export async function makeNameMacros(engine: Engine): Promise<void> {
  const spelled = SPELLINGS.reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, 'lower(x)');
  const letters = `trim(regexp_replace(strip_accents(${spelled}), '[^\\p{L}]+', ' ', 'g'))`;
  const folded = UMLAUTS.reduce((sql, pair) => `replace(${sql}, '${pair}', '${pair.charAt(0)}')`, letters);
  const macros = [
    `name_folded(x) as regexp_replace(${folded}, '^((${TITLES}) )+', '')`,
    `name_typo(x, y) as (abs(length(x) - length(y)) <= 1 and length(x) >= 3 and length(y) >= 3
      and damerau_levenshtein(x, y) <= 1)`,
    `name_part(x, y) as (length(y) >= 1 and length(y) <> 2 and length(x) > length(y)
      and (starts_with(x, y) or (length(y) >= 4 and ends_with(x, y))))`,
    `name_near(x, y) as (x = y or name_typo(x, y) or name_part(x, y) or name_part(y, x))`,
    `date_digits(x) as case
      when regexp_matches(x, '^\\s*\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}')
        then regexp_extract(x, '(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})', 1)
          || lpad(regexp_extract(x, '(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})', 2), 2, '0')
          || lpad(regexp_extract(x, '(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})', 3), 2, '0')
      when regexp_matches(x, '^\\s*\\d{1,2}[-./]\\d{1,2}[-./]\\d{4}')
        then regexp_extract(x, '(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})', 3)
          || lpad(regexp_extract(x, '(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})', 2), 2, '0')
          || lpad(regexp_extract(x, '(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})', 1), 2, '0')
      when regexp_matches(x, '^\\s*\\d{8}\\s*$') then trim(x) end`,
    `date_swapped(x) as case when substr(x, 5, 2) <> substr(x, 7, 2)
      and substr(x, 5, 2) <= '12' and substr(x, 7, 2) <= '12'
      then substr(x, 1, 4) || substr(x, 7, 2) || substr(x, 5, 2) end`,
    `text_squeezed(x) as nullif(regexp_replace(strip_accents(lower(x)), '[^\\p{L}\\p{N}]+', '', 'g'), '')`,
  ];
  for (const macro of macros) await engine.run(`create or replace temp macro ${macro}`);
}
