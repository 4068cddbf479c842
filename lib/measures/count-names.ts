import type { Engine } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import { NAME_PAIRS, NAME_PLACED } from '../people/names/make-name-pairs';
import { NAME_ROWS } from '../people/names/make-name-rows';
import { UnionFind } from './union-find';

/** How many people rows with names are about. */
export interface NamesCount {
  /** Groups of the loose linking, and of the strict one with the coincidences that are to be expected. */
  range: [number, number];
  /** The middle of the range. */
  people: number;
}

/**
 * The fewest and the most people behind the rows of {@link NAME_ROWS}. The loose linking joins too much and the strict one too
 * little. Different people who share name and birth date are one for both: as many as chance makes them, by how often each
 * name and each date is in the file, are added to the most.
 *
 * @param unnamed documents without a name, each of which may be about somebody else
 */
export async function countNames(engine: Engine, unnamed: number): Promise<NamesCount> {
  const rows = await oneNumber(engine, `select count(*) from ${NAME_ROWS}`);
  const [strict, loose] = [new UnionFind(rows), new UnionFind(rows)];
  await engine.integers(`select a, b, strict from ${NAME_PAIRS}`, ([a = NONE, b = NONE, isStrict = NONE]) => {
    for (let i = 0; i < a.length; i++) {
      loose.join(a[i] ?? 0, b[i] ?? 0);
      if (isStrict[i] === 1) strict.join(a[i] ?? 0, b[i] ?? 0);
    }
  });
  let most = unnamed;
  for (let row = 0; row < rows; row++) if (strict.find(row) === row) most++;
  // 1: a group with a birth date; 2: one without, whose name stands beside a date elsewhere.
  const state = new Uint8Array(rows);
  const mark = (sql: string, bit: number) =>
    engine.integers(sql, ([ids = NONE]) => {
      for (const id of ids) state[loose.find(id)] = (state[loose.find(id)] ?? 0) | bit;
    });
  await mark(`select id from ${NAME_ROWS} where d is not null`, 1);
  await mark(`select id from ${NAME_PLACED}`, 2);
  let [groups, fewest] = [0, 0];
  for (let row = 0; row < rows; row++)
    if (loose.find(row) === row) {
      groups++;
      if (state[row] !== 2) fewest++;
    }
  const missed = (rows - groups) * (await missedPerFound(engine));
  const chance = await coincidences(engine, most - unnamed);
  const low = Math.max(1, Math.floor(fewest - missed - MARGIN * Math.sqrt(missed)));
  const high = most + Math.round(chance + MARGIN * Math.sqrt(chance));
  return { range: [low, high], people: Math.round((low + high) / 2) };
}

/** Standard deviations of a count (Poisson) that miss 1 time in 40 on one side. */
const MARGIN = 1.96;

/**
 * How many joins the loose linking misses for each that it finds, if errors in given name, family name and date come independently of each
 * other. A field that differs in `o` pairs for each pair without a difference was mistyped on one side; on both sides, which
 * is two errors and so not found, it was in `o² / 4`.
 */
async function missedPerFound(engine: Engine): Promise<number> {
  const counts = await engine.numbers(`select apart, count(*) from ${NAME_PAIRS} group by apart`);
  const [same, given, family, date] = [0, 1, 2, 3].map(
    (apart) => counts.find(([each]) => each === apart)?.[1] ?? 0,
  ) as [number, number, number, number];
  const odds = [given, family, date].map((pairs) => pairs / Math.max(1, same));
  const [g = 0, f = 0, d = 0] = odds;
  const all = odds.reduce((product, odd) => product * (1 + odd / 2) ** 2, 1);
  const found = 1 + g + f + g * f + d;
  return (all - found) / found;
}

/** Pairs of different people with one name and one birth date, as chance makes them. */
async function coincidences(engine: Engine, people: number): Promise<number> {
  const dated = await oneNumber(engine, `select count(*) from ${NAME_ROWS} where d is not null`);
  const by = dated > 0 ? 'd' : 'z';
  const alike = async (column: string) => {
    const [[pairs, all] = []] = await engine.numbers(
      `select cast(sum(c * (c - 1)) as double), cast(sum(c) as double) from
        (select cast(count(*) as double) as c from ${NAME_ROWS} where ${by} is not null group by ${column})`,
    );
    return !pairs || !all || all < 2 ? 0 : pairs / (all * (all - 1));
  };
  return ((people * (people - 1)) / 2) * (await alike('k')) * (await alike(by));
}

const NONE = new Int32Array(0);
