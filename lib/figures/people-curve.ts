import type { Count, Results } from '../contract/results';

/** One way of counting, and what it gives in the input. */
export interface CurveRow {
  /** Measure id. */
  id: string;
  /** A few words. */
  label: string;
  count: Count;
  /** The fewest and the most that the definition leaves open; null where it leaves nothing open. */
  range: [Count, Count] | null;
  /** Counts people, under one definition of a person; the others are beside them for comparison. */
  person: boolean;
}

const LABELS: [id: string, label: string, person: boolean][] = [
  ['documents', 'documents', false],
  ['people.emails-any', 'e-mail addresses of anybody', false],
  ['people.emails-l0', 'e-mail addresses as written', true],
  ['people.emails-l1', 'without blanks around', true],
  ['people.emails-l2', 'and in lower case', true],
  ['people.emails-l3', 'mailboxes', true],
  ['people.phones', 'phone numbers', true],
  ['people.accounts', 'accounts', true],
  ['people.linked-l4', 'people linked over their keys', true],
  ['people.households', 'households', false],
  ['people.owners', 'people with a device', false],
  ['people.share-only', 'addresses only shared with', false],
  ['devices', 'devices', false],
];

/**
 * The people curve: one count for each definition of a person, beside documents, devices, owners, households and addresses
 * that somebody else named.
 *
 * @returns a row for each that this input has
 */
export function peopleCurve(results: Pick<Results, 'people' | 'measures'>): CurveRow[] {
  return LABELS.flatMap(([id, label, person]) => {
    const row = results.people.find((each) => each.id === id);
    const count = row?.count ?? results.measures.find((each) => each.id === id)?.inFile ?? null;
    return count === null ? [] : [{ id, label, count, range: row?.range ?? null, person }];
  });
}

/**
 * The fewest and the most people in the input over every definition of a person.
 *
 * @returns null where no definition has a number that may be said
 */
export function peopleRange(results: Pick<Results, 'people' | 'measures'>): [number, number] | null {
  const numbers = peopleCurve(results)
    .filter((row) => row.person)
    .flatMap((row) => [row.count, ...(row.range ?? [])])
    .filter((count) => typeof count === 'number');
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}
