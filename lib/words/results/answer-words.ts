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

/** Beside paths with people: one category can stand at several paths. */
export const PEOPLE_BY_CATEGORY =
  'People are those who have the category at any path, counted by the way used for shares.';

/** Heading of the claims on one subject. */
export function claimsAbout(subject: string): string {
  return `${CLAIMS_QUESTION}: ${subject}`;
}

/** Where records were opened without a case. */
export const NO_CLAIMS = 'No case was named, so no claims are held against these records.';

/** What was read. */
export const READ_QUESTION = 'What was read';
/** What is no document, by the count of an input. */
export const READ_ROWS = [
  ['rejected', 'could not be read'],
  ['skipped', 'passed over'],
  ['deleted', 'deletions'],
  ['actionLines', 'lines that say what to do with the next'],
] as const;

/** How the records came to be. @param words of `drawnWords` */
export function drawnNote(words: string): string {
  return `How these records came to be: ${words}`;
}

/** Heading of people with some data. */
export function withQuestion(noun: string): string {
  return `People with ${noun}`;
}
/** A whole group as a row: "any health data". */
export function anyOf(noun: string): string {
  return /^(a|an|any) /.test(noun) ? noun : `any ${noun}`;
}
/** Where nothing of a group was found. */
export const WITH_NONE =
  'No path of these records is recognised as data of this group, and no claim speaks of it.';
/** A claim below a table: what was said, and the verdict. */
export function saidNote(said: string, verdict: string): string {
  return `${said} ${verdict}.`;
}

/** Paths whose meaning is disputed. */
export const DISPUTED_QUESTION = 'Paths whose meaning is disputed';
export const DISPUTED_READ = 'Which meaning is right, the records do not say: each gives its own number.';
export const NOTHING_DISPUTED = 'No path of these records is of disputed meaning.';

/** Two parties side by side. */
export const DISPUTES_QUESTION = 'What the parties said, side by side';

/** Below one claim. */
export function verdictNote(verdict: string, because: string): string {
  return `${verdict}. ${because}`;
}

/** The least that would turn a verdict over. */
export function turnsNote(turnsOver: string): string {
  return `${turnsOver}.`;
}

/** What evidence would settle it. */
export function settlesNote(wouldSettle: string): string {
  return `What would settle it: ${wouldSettle}`;
}

/** Whose words they are and of when. */
export function saidOn(party: string, date: string): string {
  return `Said by ${party} on ${date}.`;
}
export function sourceNote(source: string): string {
  return `Source: ${source}`;
}

/** A finished run. Neither its folder nor its day: a saved notebook tells no place, and says the same each time. */
export function runNote(caseName: string | null): string {
  return caseName === null ? 'A finished run.' : `A finished run of the case ${caseName}.`;
}
