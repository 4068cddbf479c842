import type { Taxonomy } from '../../contract/taxonomy';
import { words } from '../../fields/words';

/** The name of a column that may point at a row of another table, and what is known of that table. */
export interface BondNames {
  /** Last key of the path. */
  from: string;
  /** Name of the table or file that holds the other column; null where nobody knows one. */
  table: string | null;
  /** Last key of the other path. */
  to: string;
  /** The other table holds one person a row. */
  isPeople: boolean;
}

/** Letters that two forms of one word share at its beginning, as a part of the longer one. */
const ALIKE = 0.62;
const SHORTEST = 3;

/**
 * How strongly names say that a column points at a table: 0 not at all, 1 as a word for people does of a table of people
 * (`owner`), 2 where both columns have one name that says whose it is, up to 3 where the table's name stands in it (`patient_id`).
 */
export function nameBond({ from, table, to, isPeople }: BondNames, taxonomy: Taxonomy): number {
  const { abbreviations, keys, tables, persons } = taxonomy.words;
  const split = (name: string) => words(name, abbreviations);
  const telling = (name: string) => split(name).filter((word) => !keys.includes(word));
  const own = telling(from);
  if (own.length === 0) return 0;
  const named = (table === null ? [] : split(table)).filter((word) => !tables.includes(word));
  const likeness = Math.max(0, ...own.flatMap((word) => named.map((other) => likenessOf(word, other))));
  if (likeness > 0) return 2 + likeness;
  const there = telling(to);
  if (there.length > 0 && own.join(' ') === there.join(' ')) return 2;
  return isPeople && own.some((word) => persons.includes(word)) ? 1 : 0;
}

/** 0, or from {@link ALIKE} to 1: how much of two words is the same from the beginning; endings of number and case differ. */
function likenessOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const part = same / long.length;
  if (same >= SHORTEST && part >= ALIKE) return part;
  // A word made of two: `patientennummer`.
  const head = same >= short.length - 2 && same >= 4;
  return head && long === a ? ALIKE : 0;
}
