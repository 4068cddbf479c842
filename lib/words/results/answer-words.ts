/** What is said under a table in which a count is hidden. */
export const HIDDEN_NOTE =
  'Counts of fewer than 10 people, and those that would give one back, are hidden; in `.frame` they are missing.';

/** Under a table that shows a part of its rows. */
export function cutNote(shown: number, all: number): string {
  return `The first ${shown} of ${all} rows; \`.rows\` and \`.frame\` have them all.`;
}

/** Headings of answers. */
export const PEOPLE_QUESTION = 'People, by each way of counting';
export const FIELDS_QUESTION = 'What each path holds';
export const CLAIMS_QUESTION = 'What was said, and what the records say';

/** Beside the ways of counting people. */
export const ONE_NUMBER = 'Records are not people: each way of counting has its own exact number.';
export const NOBODY_APART = 'No recognised field tells people apart.';

/** Beside paths with people: one category can stand at several paths. */
export const PEOPLE_BY_CATEGORY =
  'People are those who have the category at any path, counted by the way used for shares.';

/** Heading of the claims on one subject. */
export function claimsAbout(subject: string): string {
  return `${CLAIMS_QUESTION}: ${subject}`;
}

/** Where records were opened without a case. */
export const NO_CLAIMS = 'No case was named, so no claims are held against these records.';
