import type { Taxonomy } from '../../contract/taxonomy';

/** The name of a column that may point at a row of another table, and what is known of that table. */
export interface BondNames {
  /** What its words say of whose it is (`tellingWords`). */
  from: readonly string[];
  /** Words of the other table's name; empty where nobody knows one. */
  table: readonly string[];
  /** What those of the other column say. */
  to: readonly string[];
  /** The other table holds one person a row. */
  isPeople: boolean;
}

/** Letters that two forms of one word share at its beginning, as a part of the longer one. */
const ALIKE = 0.62;
const SHORTEST = 3;

/**
 * How strongly names say that a column points at a table: 0 not at all, 1 as a word for people does of a table of people
 * (`owner`), 1.5 as a short form of the table's name does (`pat_nr`), 2 where both columns have one name that says whose it is, up
 * to 3 where the table's name stands in it (`patient_id`).
 */
export function nameBond(
  { from: own, table, to: there, isPeople }: BondNames,
  { words: { anybody, persons, tables } }: Taxonomy,
): number {
  if (own.length === 0) return 0;
  const alike = (words: readonly string[], word: string) =>
    Math.max(0, ...words.map((each) => likenessOf(each, word)));
  // `order_items` is not what `order_id` points at, and `address_id` is no key of customers.
  const isIts = table.every(
    (word) => alike(own, word) > 0 || persons.includes(word) || tables.includes(word),
  );
  const isShort = (word: string) => [...own, ...table].some((other) => other.startsWith(word));
  const isKey =
    there.length === 0 || there.some((word) => isShort(word) || alike([...own, ...table], word) > 0);
  const likeness = Math.max(0, ...table.map((word) => alike(own, word)));
  if (likeness > 0 && isIts && isKey) return 2 + likeness;
  if (there.length > 0 && own.join(' ') === there.join(' ')) return 2;
  const [only, second] = own;
  if (
    only &&
    second === undefined &&
    only.length >= SHORTEST &&
    isKey &&
    table.some((word) => word.startsWith(only))
  )
    return 1.5;
  return isPeople && own.some((word) => anybody.includes(word)) ? 1 : 0;
}

/** 0, or from {@link ALIKE} to 1: how much of two words is the same from the beginning; endings of number and case differ. */
function likenessOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const part = same / long.length;
  if (same >= SHORTEST && part >= ALIKE) return part;
  // A word made of two: `patientenakte`.
  return same >= short.length - 2 && same >= 4 && long === a ? ALIKE : 0;
}
