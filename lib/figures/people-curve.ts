import type { PeopleId } from '../contract/measure-id';
import type { Count, Results } from '../contract/results';
import { peopleLabel } from '../words/names/people-labels';

/** One way of counting, and what it gives in the input. */
export interface CurveRow {
  /** Measure id. */
  id: string;
  /** A few words. */
  label: string;
  count: Count;
  /** The fewest and the most that the definition leaves open; null where it leaves nothing open. */
  range: [Count, Count] | null;
  /** It counts people, under one definition of a person; the others are there for comparison. */
  person: boolean;
}

/** Ways of counting, in the order of the curve, and whether each counts people: all of them, and what stands beside for comparison. */
const ROWS: Record<PeopleId, boolean> & Record<string, boolean> = {
  documents: false,
  'people.emails-any': false,
  'people.emails-l0': true,
  'people.emails-l1': true,
  'people.emails-l2': true,
  'people.emails-l3': true,
  'people.emails-named': true,
  'people.user-names': true,
  'people.phones': true,
  'people.accounts': true,
  'people.linked-l4': true,
  'people.linked-names': true,
  'people.households': false,
  'people.owners': false,
  'people.share-only': false,
  'people.emails-mentioned': false,
  devices: false,
};

/**
 * The people curve: one count for each definition of a person, beside documents, devices, owners, households and addresses
 * that somebody else named.
 *
 * @returns a row for each that this input has
 */
export function peopleCurve(results: Pick<Results, 'people' | 'measures'>): CurveRow[] {
  return Object.entries(ROWS).flatMap(([id, person]) => {
    const row = results.people.find((each) => each.id === id);
    const count = row?.count ?? results.measures.find((each) => each.id === id)?.inFile ?? null;
    return count === null ? [] : [{ id, label: peopleLabel(id), count, range: row?.range ?? null, person }];
  });
}

/** A key that fewer than so many of the people have counts those who have it, and not the people. */
const MOST_HAVE = 0.5;

/**
 * The fewest and the most people in the input over every definition of a person that most of them have the key for.
 *
 * @returns null where no definition has a number that may be said
 */
export function peopleRange(results: Pick<Results, 'people' | 'measures'>): [number, number] | null {
  const main = results.people.find((row) => row.main)?.count;
  const least = typeof main === 'number' ? MOST_HAVE * main : 0;
  const numbers = peopleCurve(results)
    .filter(({ person, count }) => person && typeof count === 'number' && count >= least)
    .flatMap((row) => [row.count, ...(row.range ?? [])])
    .filter((count) => typeof count === 'number');
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}
