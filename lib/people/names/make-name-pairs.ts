import type { Engine } from '../../contract/store';
import { NAME_ROWS } from './make-name-rows';
import { makeNameWords, NAME_ALIKE } from './make-name-words';

/**
 * The temporary table of pairs of rows that a linking joins: `a`, `b`, 1 in `strict` where the strict one does, and in `apart` what
 * differs: 0 nothing, 1 the given name, 2 the family name, 3 the date (without dates: the postcode), 9 more or something else.
 */
export const NAME_PAIRS = 'name_pairs';

/** The temporary table of rows without a birth date that may be about somebody whom a row with one names: `id`. */
export const NAME_PLACED = 'name_placed';

const NEAR = `((name_near(a.g, b.g) and name_near(a.s, b.s)) or (name_near(a.g, b.s) and name_near(a.s, b.g)))`;
/** One of the two names equal, the other one typing error apart. */
const ONE_ERROR = `((a.s = b.s and name_typo(a.g, b.g)) or (a.g = b.g and name_typo(a.s, b.s)))`;
const NAME_APART = 'case when a.s = b.s then 1 when a.g = b.g then 2 else 9 end';
const DATE_NEAR = `(a.d = b.w or damerau_levenshtein(a.d, b.d) <= 1)`;
/** Something beside name and date is equal. */
const ANOTHER = `coalesce(a.z = b.z or a.t = b.t or a.p = b.p or a.n = b.n, false)`;
/** National numbers that no single error explains. */
const SAME_NUMBER = `not coalesce(damerau_levenshtein(a.n, b.n) > 1, false)`;
const UNDATED = 'a.d is null and b.d is null';
const strictly = (condition: string) => `cast(coalesce(${condition}, false) as integer)`;

/** One comparison of rows that share a value, so that a million rows are never compared each with each. */
interface Block {
  /** What they share. */
  on: string;
  /** A name of `a` has a name of `b` among those that may be the same: by which name of `b`. */
  alike?: 's' | 'g';
  /** What joins them loosely. */
  where: string;
  /** What joins them strictly as well. */
  strict: string;
  /** What differs. */
  apart: string;
}

const BLOCKS: readonly Block[] = [
  { on: 'a.d = b.d and a.k = b.k', where: 'true', strict: SAME_NUMBER, apart: '0' },
  ...(['s', 'g'] as const).flatMap((alike): Block[] => [
    {
      on: 'a.d = b.d',
      alike,
      where: `a.k <> b.k and ${NEAR}`,
      strict: `${ONE_ERROR} and ${ANOTHER} and ${SAME_NUMBER}`,
      apart: NAME_APART,
    },
    {
      on: 'a.d = b.w',
      alike,
      where: `a.k <> b.k and ${NEAR}`,
      strict: 'false',
      apart: '9',
    },
    {
      on: 'a.z = b.z',
      alike,
      where: `a.d <> b.d and a.k <> b.k and ${DATE_NEAR} and ${NEAR}`,
      strict: 'false',
      apart: '9',
    },
    {
      on: 'a.z = b.z',
      alike,
      where: `a.k <> b.k and ${UNDATED} and ${NEAR}`,
      strict: 'false',
      apart: NAME_APART,
    },
  ]),
  {
    on: 'a.d = b.w and a.k = b.k',
    where: 'true',
    strict: `${ANOTHER} and ${SAME_NUMBER}`,
    apart: '3',
  },
  ...['substr(#.d, 1, 4)', 'substr(#.d, 5, 4)'].map((part) => ({
    on: `a.k = b.k and ${shared(part)}`,
    where: 'a.d <> b.d and damerau_levenshtein(a.d, b.d) <= 1',
    strict: `${ANOTHER} and ${SAME_NUMBER}`,
    apart: '3',
  })),
  ...['t', 'p'].map((column) => ({
    on: `a.${column} = b.${column}`,
    where: `(a.k = b.k or a.d = b.d or (${NEAR} and (${DATE_NEAR} or ${UNDATED})))`,
    strict: `a.k = b.k and (a.d is null or b.d is null) and ${SAME_NUMBER}`,
    apart: '9',
  })),
  {
    on: 'a.n = b.n',
    where: `(${NEAR} or a.d = b.d or a.d = b.w)`,
    strict: 'true',
    apart: '9',
  },
  ...['left(#.n, 4)', 'right(#.n, 4)'].map((part) => ({
    on: `a.k = b.k and ${shared(part)}`,
    where: `a.n <> b.n and damerau_levenshtein(a.n, b.n) <= 1`,
    strict: 'true',
    apart: '9',
  })),
  { on: 'a.k = b.k and a.z = b.z', where: UNDATED, strict: SAME_NUMBER, apart: '0' },
  {
    on: 'a.k = b.k and a.z = b.z',
    where: '(a.d is null) <> (b.d is null)',
    strict: SAME_NUMBER,
    apart: '9',
  },
  {
    on: 'a.k = b.k and (left(a.z, 2) = left(b.z, 2) or right(a.z, 2) = right(b.z, 2))',
    where: `${UNDATED} and a.z <> b.z and damerau_levenshtein(a.z, b.z) <= 1`,
    strict: 'false',
    apart: '3',
  },
];

function shared(part: string): string {
  return `${part.replace('#', 'a')} = ${part.replace('#', 'b')}`;
}

/**
 * Compares rows of {@link NAME_ROWS} and lays down which belong together. A row without a birth date joins one with a date only
 * strictly: loosely it would join two people who have one.
 */
export async function makeNamePairs(engine: Engine): Promise<void> {
  await makeNameWords(engine);
  await engine.run(
    `create or replace temp table ${NAME_PAIRS} (a integer, b integer, strict integer, apart integer)`,
  );
  for (const { on, alike, where, strict, apart } of BLOCKS) {
    const between = alike ? `join ${NAME_ALIKE} alike on alike.x = a.s` : '';
    await engine.run(`insert into ${NAME_PAIRS} select * from (
      select a.id, b.id, ${strictly(strict)} as strict, ${apart}
      from ${NAME_ROWS} a ${between} join ${NAME_ROWS} b on ${on}${alike ? ` and b.${alike} = alike.y` : ''}
      where a.id < b.id and ${where} and ((a.d is null) = (b.d is null) or ${strictly(strict)} = 1))`);
  }
  await engine.run(`insert into ${NAME_PAIRS} select first, id, 0, 9 from
    (select id, min(id) over (partition by k) as first from ${NAME_ROWS} where d is null) where id <> first`);
  await makePlaced(engine);
}

/** Rows without a date whose name, or one near it, stands beside a date elsewhere. */
async function makePlaced(engine: Engine): Promise<void> {
  const names = (condition: string) => `(select distinct g, s, k from ${NAME_ROWS} where d is ${condition})`;
  const near = (from: string, on: string) =>
    `select b.g, b.s from ${names('null')} b join ${from} join ${names('not null')} a on ${on}`;
  const alike = (name: string) => `${NAME_ALIKE} alike on alike.x = b.${name}`;
  await engine.run(`create or replace temp table ${NAME_PLACED} as select id from ${NAME_ROWS} rows
    semi join (select b.g, b.s from ${names('null')} b join ${names('not null')} a on a.k = b.k
      union ${near(alike('g'), 'a.s = b.s and a.g = alike.y')}
      union ${near(alike('g'), 'a.g = b.s and a.s = alike.y')}
      union ${near(alike('s'), 'a.g = b.g and a.s = alike.y')}
      union ${near(alike('s'), 'a.s = b.g and a.g = alike.y')}
    ) placed on placed.g = rows.g and placed.s = rows.s where rows.d is null`);
}
