import { KIT } from './kit';

/** One code of the registry. */
export interface ErrorEntry {
  /** One sentence: who needs which rule, and what kind of thing was met. `{name}` is filled from the context. */
  sentence: string;
  /** What to do next, in one sentence. */
  todo: string;
  /** 1 a check failed, 2 wrong use or no input readable, 130 interrupted; 0 for what ends no command: a warning, a reject, a wrong argument in a notebook. */
  exit: 0 | 1 | 2 | 130;
}

/** Every code that the kit can give, in the order in which `inputs[].code` prefers them. docs/errors.md is made from it. */
export const ERRORS = {
  // inputs
  FILE_MISSING: entry('There is no file at {argument}.', 'Check the path; quote it if it holds blanks.', 2),
  FILE_UNREADABLE: entry('{argument} cannot be read.', 'Check its permissions.', 2),
  FILE_EMPTY: entry('{argument} is empty.', 'Check that the copy is complete.', 2),
  FORMAT_UNKNOWN: entry(
    '{argument} is in no format that is read: JSON in any form, CSV, TSV, Parquet, SQL dumps; plain, gz, zst, zip or tar.',
    'Convert it to one JSON document a line.',
    2,
  ),
  NO_DOCUMENTS: entry('Input {input} holds no readable document.', 'Look at the reject codes below.', 2),
  CHILD_CRASHED: entry(
    'Reading input {input} crashed the reading process.',
    'The input is not trusted any further; please report the version and the size of the input, not the input.',
    2,
  ),
  CHILD_STALLED: entry(
    'Reading input {input} made no progress for {seconds} s.',
    'Run it again on a quieter machine.',
    2,
  ),
  NEEDS_CONVERSION: entry(
    '{argument} is {format}, which is not read.',
    'Convert it and name the result: `{command}`',
    2,
  ),
  ENCODING_UNKNOWN: entry(
    '{argument} is neither UTF-8, UTF-16, latin-1 nor cp1252; it looks like {encoding}.',
    'Convert it: `iconv -f {encoding} -t UTF-8 FILE > FILE.utf8`',
    2,
  ),
  RATIO_LIMIT: entry(
    'What comes out of {argument} is more than 250 times its size, more than 256 MiB, and holds hardly a document.',
    'It is taken for a bomb; unpack it yourself if you know where it comes from.',
    2,
  ),
  UNSAFE_PATH: entry(
    'The archive holds names that lead out of its folder.',
    'It was made to do harm; nothing in it is read.',
    2,
  ),
  ARCHIVE_OVERLAP: entry(
    'The archive holds entries that share bytes.',
    'It was made to do harm; nothing in it is read.',
    2,
  ),
  ARCHIVE_TOO_MANY: entry(
    'The archive or folder holds more than 100,000 entries.',
    'Unpack it and name parts of it.',
    2,
  ),
  MEMORY_LIMIT: entry(
    'Reading input {input} needed more than {limit} bytes of memory.',
    'Name parts of it one by one, or use a machine with more memory.',
    2,
  ),
  TIME_LIMIT: entry(
    'The time limit of {seconds} s is over.',
    'Nothing half-written was left behind; give it more time with --time-limit.',
    2,
  ),
  ARCHIVE_DAMAGED: entry(
    'The compressed input is damaged or cut short.',
    'What could be read is counted; get a complete copy.',
    0,
  ),
  DISK_FULL: entry(
    'The working copy needs {needed} bytes and {free} bytes are free.',
    'Free disk space or set BREACHSCOPE_CACHE to a larger disk.',
    2,
  ),
  INPUT_CHANGED: entry(
    'The input changed while it was read.',
    'Copy it to a place where nothing writes to it.',
    2,
  ),
  JSON_CUT: entry(
    'The JSON text ends before its brackets are closed.',
    'What is whole is counted; get a complete copy.',
    0,
  ),
  SQL_CUT: entry(
    'A statement of the SQL dump breaks off, or the dump ends without the mark of its own end.',
    'What is whole is counted; get a complete copy.',
    0,
  ),
  // members of archives and folders: one file each, not read and counted as skipped
  ARCHIVE_TOO_DEEP: entry(
    'An archive lies in more than two others.',
    'Unpack it by hand; it is counted as skipped.',
    0,
  ),
  ENTRY_ENCRYPTED: entry(
    'An entry of the archive is encrypted.',
    'Unpack it with its password; it is counted as skipped.',
    0,
  ),
  ENTRY_UNSUPPORTED: entry(
    'An entry of the archive is a link, a device or packed in an unusual way.',
    'Nothing to do; it is counted as skipped.',
    0,
  ),
  FILE_HIDDEN: entry(
    'A file is hidden by its name, or a link that leads elsewhere.',
    'Name it if it belongs to the input; it is counted as skipped.',
    0,
  ),
  // rejects: one line each, counted and kept by position
  SYNTAX: entry('The line is not one JSON document.', 'Nothing to do; it is counted as rejected.', 0),
  CONTROL_CHARACTER: entry(
    'The line holds a raw control character in a string.',
    'Nothing to do; it is counted.',
    0,
  ),
  BAD_ESCAPE: entry('The line holds an escape that JSON does not know.', 'Nothing to do; it is counted.', 0),
  TOO_DEEP: entry('The line nests deeper than 1,000 levels.', 'Nothing to do; it is counted as rejected.', 0),
  NOT_UTF8: entry('The line is not UTF-8.', 'Nothing to do; it is counted as rejected.', 0),
  LINE_TOO_LONG: entry(
    'The line or document is longer than 16 MiB.',
    "It is counted as rejected. Documents in a list that one object holds are taken out by `jq -cn --stream 'fromstream(2|truncate_stream(inputs))' FILE > FILE.ndjson`, which may write numbers anew.",
    0,
  ),
  TOO_MANY_PATHS: entry(
    'The line adds paths beyond the limit of 200,000.',
    'Nothing to do; it is counted as rejected.',
    0,
  ),
  SECOND_TABLE: entry(
    'Another table begins in the same file; it is read as a kind of its own.',
    'Check that the file is what it should be: two tables in one file are easily taken for one.',
    0,
  ),
  TOO_FEW_CELLS: entry(
    'The row has fewer cells than the table has columns, so its values may stand in wrong columns.',
    'Nothing to do; it is counted as rejected.',
    0,
  ),
  TOO_MANY_CELLS: entry(
    'The row has more cells than the table has columns, so its values may stand in wrong columns.',
    'Nothing to do; it is counted as rejected.',
    0,
  ),
  NO_LOGIN: entry(
    'The line is no record of a list of logins: no address, user name or web link stands before a delimiter.',
    'Nothing to do; it is counted as rejected.',
    0,
  ),
  BAD_QUOTES: entry(
    'The row has a quote that is never closed, or one where none belongs, and its cells cannot be told apart.',
    'Nothing to do; it is counted as rejected.',
    0,
  ),
  BAD_ROW: entry(
    'The row of an SQL dump breaks off or is not written as rows are, so its values cannot be told apart.',
    'Nothing to do; it is counted as rejected.',
    0,
  ),
  ROWS_UNREAD: entry(
    'A statement brings rows in a form that is not read, such as INSERT … SELECT.',
    'Load the dump into its database and export the table as CSV.',
    0,
  ),
  // warnings
  BYTE_ORDER_MARK: entry('The input began with a byte order mark; it was dropped.', 'Nothing to do.', 0),
  DUPLICATE_KEY: entry('Some objects repeat a key; the second is kept as `name#2`.', 'Nothing to do.', 0),
  LONE_SURROGATE: entry(
    'Some strings hold half a character pair; its escape is kept as text.',
    'Nothing to do.',
    0,
  ),
  STRAY_QUOTE: entry(
    'Some rows hold a quote where none belongs; their cells are certain, and the quote is kept as text.',
    'Nothing to do.',
    0,
  ),
  HEADER_REPEATED: entry('The header stands in the table again; it was skipped.', 'Nothing to do.', 0),
  HEADER_MISMATCH: entry(
    'The header has another number of names than the table has columns; columns have numbers instead.',
    'Name what they hold with --field PATH=CATEGORY.',
    0,
  ),
  LIST_OF_LOGINS: entry(
    'The text is a list of logins without names; its fields are called email, login, password, password_hash, salt, url and other by where they stand.',
    'Name what they hold with --field PATH=CATEGORY where that is wrong.',
    0,
  ),
  HEADER_MISSING: entry(
    'The first line of a table reads as data; columns have numbers instead of names.',
    'Name what they hold with --field PATH=CATEGORY.',
    0,
  ),
  STATEMENTS_UNAPPLIED: entry(
    'Statements that change or delete rows stand in the SQL dump; they were not carried out, and the rows count as they were inserted.',
    'Load the dump into its database and export the tables if what is left of them matters.',
    0,
  ),
  UPDATES_UNAPPLIED: entry(
    'Updates of documents stand in the _bulk request; they were not carried out, and each counts as a document of its own.',
    'Load the request into a server and export the index if how many there are matters.',
    0,
  ),
  STATEMENTS_SKIPPED: entry(
    'Statements of the SQL dump that bring no rows were skipped.',
    'Nothing to do.',
    0,
  ),
  COLUMNS_UNNAMED: entry(
    'Tables of the SQL dump are described nowhere in it; their columns have numbers instead of names.',
    'Name what they hold with --field PATH=CATEGORY.',
    0,
  ),
  SQL_EXPRESSIONS: entry(
    'Some values of the SQL dump are calls or casts; they are kept as they are written.',
    'Nothing to do.',
    0,
  ),
  LINES_SKIPPED: entry('Lines that are titles or comments were skipped.', 'Nothing to do.', 0),
  NUL_BYTES: entry(
    'The text holds NUL bytes; they are kept.',
    'Compare it with another copy: programs write none, damaged disks do.',
    0,
  ),
  KEYS_FOLDED: entry('Keys that look like values were folded into {*}.', 'Nothing to do.', 0),
  TOO_MANY_KINDS: entry(
    'There are more than 10,000 sets of keys or 2,000 kinds; all objects count as one kind.',
    'Nothing to do.',
    0,
  ),
  LOOSE_COMMAS: entry(
    'Between the elements of an array, commas are missing or stand alone.',
    'All elements were read; compare with the source.',
    0,
  ),
  SEVERAL_VALUES: entry(
    'The JSON text is several values one after the other.',
    'All were read; nothing to do if the source writes it so.',
    0,
  ),
  LITTER: entry(
    'Some files are what an operating system leaves in folders; they were skipped.',
    'Nothing to do.',
    0,
  ),
  METADATA: entry(
    'Some files only describe others, such as a README or a list of checksums; they were passed over.',
    'Nothing to do.',
    0,
  ),
  FILES_EMPTY: entry(
    'Some files hold not one byte: there was nothing in them to read.',
    'Check that the copy is complete.',
    0,
  ),
  RESPONSE_INCOMPLETE: entry(
    'Some responses say themselves that they are incomplete: an error, a time-out or a failed shard.',
    'Ask the server again for what is missing.',
    0,
  ),
  MISSING_NEWLINE: entry(
    'The last line has no end of line; it may be cut.',
    'Compare its end with the source.',
    0,
  ),
  LOOKS_SYNTHETIC: entry(
    'The input carries the marks of synthetic data.',
    'If it is a world of this kit, name its truth file with --truth.',
    0,
  ),
  TRUTH_NOT_SYNTHETIC: entry(
    'The truth.json beside it calls the input made up, but it holds addresses that could be real: it is taken for real.',
    'If it is made up all the same, name its truth file with --truth.',
    0,
  ),
  ANSWERED_BY_TRUTH: entry(
    'The truth file of this made-up world was asked to answer the looks that a person would have to give: nobody looked.',
    'Without --answers truth, what needs a look says so.',
    0,
  ),
  // people and evidence
  NO_PERSON_KEY: entry('No path of the input identifies people.', 'Name one with --field PATH=CATEGORY.', 0),
  PROOF_INVALID: entry(
    'The proof does not match: {rule}.',
    'The draw counts as unknown; correct the proof file.',
    0,
  ),
  PROOF_UNBOUND: entry(
    'The proof does not say how many documents belong to it, so some may be missing: what was not found may lie in them.',
    'Write a proof of the form breachscope/proof@2, with `documents` in it (docs/contract.md).',
    0,
  ),
  DOCUMENTS_MISSING: entry(
    'Some documents that the proof counts are not here: {rule}. What was not found may lie in them.',
    'Name all files that belong to the draw.',
    0,
  ),
  SEAL_INVALID: entry(
    'The seal that the proof names is not one of these records: {rule}. It is left out.',
    'Name the case and the records that were sealed.',
    0,
  ),
  RANKS_UNREADABLE: entry(
    'The ranks in {argument} cannot be read: {rule}.',
    'Name a file with a rank in each line, or with --seed a key in each line.',
    2,
  ),
  POPULATION_TOO_SMALL: entry(
    'The population that was named is smaller than the number of people in the input: it is not used.',
    'Name the population in people, as this page counts them.',
    0,
  ),
  UNEVEN_CHANCES: entry(
    'Some groups of people were picked far more thickly than others: a share of this file is no share of everybody.',
    'Take the numbers for everybody, which allow for it.',
    0,
  ),
  PROOF_UNREADABLE: entry(
    'The proof {argument} is not a proof file: {rule}.',
    'See docs/contract.md for its form.',
    2,
  ),
  TRUTH_UNREADABLE: entry(
    'The truth {argument} is not a truth file: {rule}.',
    'See docs/contract.md for its form.',
    2,
  ),
  TRUTH_MISMATCH: entry(
    'The truth {argument} does not belong to this input.',
    'Name the truth file written with it.',
    2,
  ),
  CONVENIENCE: entry(
    'How the input was drawn is not known or not random.',
    'A random draw with its proof, or the server’s own total.',
    0,
  ),
  NO_FRAME: entry('The size of the population is not known.', 'Name it with --population.', 0),
  OTHER_UNIT: entry(
    'The measure counts another unit than the one that was drawn.',
    'A draw of that unit, or everything.',
    0,
  ),
  IS_INPUT: entry(
    'The size of the population is what the draw rests on, not what it shows.',
    'The server’s own total.',
    0,
  ),
  NOT_EXTRAPOLATED: entry(
    'This number describes the input only.',
    'Everything, with the server’s own total.',
    0,
  ),
  EMPTY_DENOMINATOR: entry(
    'Nobody in the input has the field that the share is taken of.',
    'A larger input.',
    0,
  ),
  POPULATION_UNUSED: entry(
    '{function} takes no population.',
    'Leave it out, or use hypergeometricInterval.',
    0,
  ),
  POPULATION_NEEDED: entry('{function} needs a population.', 'Give it as option `population`.', 0),
  NOT_A_COUNT: entry(
    '{function} needs a whole number from {low} to {high} for {argument}.',
    'Correct the argument.',
    0,
  ),
  NOT_A_LEVEL: entry('{function} needs a level between 0 and 1.', 'Give it as a share, such as 0.95.', 0),
  NOT_A_SHARE: entry('{function} needs a share from 0 to 1 for {argument}.', 'Correct the argument.', 0),
  NOT_ABOVE_ZERO: entry('{function} needs a number above 0 for {argument}.', 'Correct the argument.', 0),
  FEW_CLUSTERS: entry(
    'So few clusters were drawn that their differences cannot be told from chance.',
    'At least ten clusters, or people drawn one by one.',
    0,
  ),
  DEPENDENT_CAPTURES: entry(
    'Neither of the two captures is a proven random draw, so their overlap says nothing of how many there are.',
    'A capture that is a random draw with its proof, or the server’s own total.',
    0,
  ),
  SIZE_BIASED: entry(
    'People with many documents come into a draw of documents more often, and how many each has is not known.',
    'The number of documents of each person (`counts` of the proof), or a draw of people.',
    0,
  ),
  PATH_UNKNOWN: entry(
    'The input has no path {argument}; the nearest: {known}.',
    'Write it as `inspect FILE --json` does, under `fields`.',
    2,
  ),
  PATH_AMBIGUOUS: entry(
    'The path {argument} stands in several kinds of document: {known}.',
    'Name one of them, kind and all.',
    2,
  ),
  JOIN_REFUSED: entry(
    'The join {argument} is not used: {rule}.',
    'Leave it out, or name the column that holds the key and the column that it is a key of: `--join orders.buyer=customers.id`.',
    2,
  ),
  FIELD_REFUSED: entry(
    'What was said of the path {argument} changes nothing: {rule}.',
    'Leave it out, or name another path.',
    2,
  ),
  // review
  REVIEW_NO_TERMINAL: entry(
    'Records are shown on a terminal only, not through a pipe or in a notebook.',
    'Run it in a terminal window of your own.',
    2,
  ),
  REVIEW_NOT_NEEDED: entry(
    'Nothing is left that somebody would have to look at for {argument}.',
    'Its verdict says what it rests on.',
    2,
  ),
  REVIEW_OF_WORLDS: entry(
    'The last run was of made-up worlds, whose truth files answered the looks.',
    'Name an input with --data.',
    2,
  ),
  REVIEW_NO_TRUTH: entry(
    'No truth.json that fits lies beside the input, so nothing can answer but a person.',
    'Name it with --truth, or look without --answers.',
    2,
  ),
  REVIEW_BY_PEOPLE: entry(
    'People have looked at this input already; their answers are not replaced.',
    'Keep the others in a file of their own with --review FILE.',
    2,
  ),
  REVIEW_UNREADABLE: entry(
    'The review {argument} is not a review file: {rule}.',
    'See docs/contract.md for its form.',
    2,
  ),
  REVIEW_MISMATCH: entry(
    'The review {argument} is of another input.',
    'Name the review made of this input, or leave it out.',
    2,
  ),
  // cases
  CASE_UNKNOWN: entry(
    'There is no case {argument}; there are: {known}.',
    'Use one of them, or leave it out.',
    2,
  ),
  CASE_INVALID: entry('{file}, line {line}, column {column}: {rule}.', 'Correct the file.', 2),
  MEASURE_UNKNOWN: entry(
    '{file}, line {line}, column {column}: there is no measure {argument}.',
    'See docs/method.md.',
    2,
  ),
  WORLD_UNKNOWN: entry('There is no world {argument}; there are: {known}.', 'Use one of them.', 2),
  WORLD_IMPOSSIBLE: entry('The world {argument} cannot be made: {rule}.', 'Correct its parameters.', 2),
  // runs
  USAGE: entry('{rule}.', `See \`${KIT} help\`.`, 2),
  OUT_UNWRITABLE: entry('The folder {argument} cannot be written.', 'Name another with --out.', 2),
  CACHE_UNWRITABLE: entry(
    'The cache folder {argument} cannot be written.',
    'Set BREACHSCOPE_CACHE to another folder.',
    2,
  ),
  RUN_MISSING: entry('{argument} holds no results.json.', 'Run `npm start` first.', 2),
  RUN_OLD: entry(
    'The run in {argument} was made by another version of the kit.',
    'Run it again; its verdicts may be others now.',
    2,
  ),
  CLAIM_MISSING: entry('This run has no claim {argument}; it has: {known}.', 'Use one of them.', 2),
  NAME_UNKNOWN: entry(
    '{argument} is none of the {things} here; the nearest: {known}.',
    'Use one of them.',
    0,
  ),
  FIELD_AMBIGUOUS: entry(
    'The path {argument} holds different things in different kinds of document: {known}.',
    'Name one of them, kind and all.',
    0,
  ),
  FIELD_WITHOUT_PEOPLE: entry(
    'The documents that hold {argument} name no person, so people cannot be counted by it.',
    'Ask for a path of another kind of document; `leak.people()` says what tells people apart.',
    0,
  ),
  QUESTION_INVALID: entry('The question cannot be answered: {rule}.', 'Correct the question.', 0),
  PATH_MISSING: entry(
    'There is no file, folder, run or case {argument}; the nearest: {known}.',
    'Check the path; relative paths start at the folder of the notebook or the script.',
    2,
  ),
  NOTHING_TO_READ: entry(
    'The folder {argument} holds no documents: of its {files} files none is in a format that is read.',
    'Name the folder with the records in it, or a file.',
    2,
  ),
  RUN_FORGOTTEN: entry('The working copy behind this run is gone.', 'Run it again with the same input.', 2),
  DANFO_MISSING: entry(
    'Frames need the package danfojs-node, and it is not installed here.',
    'Install it beside breachscope: `npm install danfojs-node@1.2.0`; rows do without.',
    0,
  ),
  COLUMN_MISSING: entry('There is no column {argument}; there are: {known}.', 'Use one of them.', 0),
  TRACE_UNKNOWN: entry(
    'A trace of the figure is of type {argument}, which is not drawn here; drawn are: {known}.',
    'Choose one of them, or save the figure as JSON and draw it elsewhere.',
    0,
  ),
  CHART_NO_TABLE: entry(
    'What is to be drawn is no table: {rule}.',
    "Give a frame, an answer or rows, `[{ city: 'Bonn', people: 300 }]`.",
    0,
  ),
  CHART_KIND: entry(
    '{argument} is no kind of chart that is drawn; there are: {known}.',
    'Choose one of them, or show a Plotly specification of your own, `{ data: […], layout: { … } }`.',
    0,
  ),
  CHART_NUMBERS: entry(
    'The column {argument} holds no numbers, and the height of a chart needs them.',
    'Choose another column for y, or count first: `df.groupby([…]).col([…]).count()`.',
    0,
  ),
  CHART_REPEATED: entry(
    'Several rows have the same {argument} and colour, and their bars would be added up.',
    'Group the frame first, leave `color` out, or draw it as a scatter.',
    0,
  ),
  CHART_TOO_MANY: entry(
    '{count} rows are more than a chart can show; up to {most} are drawn.',
    'Group or sample the frame first.',
    0,
  ),
  SAVE_ENDING: entry(
    '{argument} has no ending in which this can be saved; there are: {known}.',
    'Give the file one of them.',
    0,
  ),
  SAVE_NOTHING: entry(
    'This can be shown but not saved: figures, frames, answers, rows and pages are.',
    'Save what it was made of.',
    0,
  ),
  SAVE_FOLDER: entry(
    'There is no folder to save {argument} in.',
    'Make it first, or give a name alone: it is saved in out/.',
    0,
  ),
  SAVE_TAKEN: entry(
    'There is a file at {argument} already, and outside out/ none is replaced.',
    'Save under another name, or give a name alone: it lies in out/ and is replaced.',
    0,
  ),
  SAVE_UNWRITABLE: entry(
    'The file {argument} cannot be written.',
    'Check its folder’s permissions, or give a name alone: it is saved in out/.',
    0,
  ),
  PICTURE_IMPOSSIBLE: entry(
    'Pictures are made of the kit’s own figures and of those of chart, and this is another.',
    'Save it as html, which any browser opens, or draw it with chart.',
    0,
  ),
  TABLE_MISSING: entry(
    'There is no file at {argument}; in that folder there are: {known}.',
    'Check the path.',
    0,
  ),
  TABLE_TOO_LARGE: entry(
    'The table {argument} has {size} MB, and side tables are read up to 50.',
    'Open it as records instead: `await open(path)`.',
    0,
  ),
  TABLE_UNREADABLE: entry(
    '{argument} is no table: {rule} (line {line}).',
    'Correct the file at that line.',
    0,
  ),
  NOTEBOOK_FAILED: entry('The notebook {argument} stopped at cell {cell}.', 'Its output tells why.', 1),
  NOTEBOOK_SLOW: entry(
    'The notebook {argument} took longer than {seconds} s.',
    'Run it again on a quieter machine.',
    1,
  ),
  SCHEMA: entry('{argument} does not have the form {schema}: {rule}.', 'See docs/contract.md.', 2),
  INTERRUPTED: entry(
    'Stopped by you; nothing half-written was left behind.',
    'Run the same command again.',
    130,
  ),
  INTERNAL: entry('The kit met a fault of its own at {place}.', 'Please report it with this line.', 1),
} as const satisfies Record<string, ErrorEntry>;

function entry(sentence: string, todo: string, exit: ErrorEntry['exit']): ErrorEntry {
  return { sentence, todo, exit };
}

/** What the registry says of a code; null where a document holds one that it does not know. */
export function errorEntry(code: string): ErrorEntry | null {
  return (ERRORS as Record<string, ErrorEntry | undefined>)[code] ?? null;
}

/** Code of the registry. */
export type ErrorCode = keyof typeof ERRORS;

/**
 * What may stand in a message: numbers, codes of the registry and our own or the user's arguments.
 * No text of an input fits: {@link Leaked} is not assignable.
 */
export type ContextValue = number | bigint | string;

/** The one error type. Its sentence comes from the registry, never from the caller. *
 * @example new AnalysisError('FILE_EMPTY', { argument: 'dump.json' }).message // 'dump.json is empty.'
 */
export class AnalysisError extends Error {
  override readonly name = 'AnalysisError';
  readonly code: ErrorCode;
  readonly context: Readonly<Record<string, ContextValue>>;

  /**
   * @param code of the registry
   * @param context values for the sentence's braces; terminal control characters are dropped when it is printed
   */
  constructor(code: ErrorCode, context: Record<string, ContextValue> = {}) {
    super(sentenceOf(code, context));
    this.code = code;
    this.context = context;
  }

  /** What to do next, in one sentence. */
  get todo(): string {
    return fill(ERRORS[this.code].todo, this.context);
  }

  /** Exit code of a command that ends with this error. */
  get exit(): number {
    return ERRORS[this.code].exit;
  }
}

/** The sentence of a code, with the context filled in. */
export function sentenceOf(code: ErrorCode, context: Record<string, ContextValue> = {}): string {
  return fill(ERRORS[code].sentence, context);
}

function fill(text: string, context: Record<string, ContextValue>): string {
  return text.replace(/\{(\w+)\}/g, (brace, name: string) => {
    const value = context[name];
    return value === undefined ? brace : printable(String(value));
  });
}

/** Drops what a terminal, a log or a page could take for an instruction: C0, C1, line separators, bidirectional controls. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
}

/** Why a signal was aborted, in the kit's words: its own error, else INTERRUPTED. */
export function stopReason(signal: AbortSignal | undefined): AnalysisError {
  const reason: unknown = signal?.reason;
  return reason instanceof AnalysisError ? reason : new AnalysisError('INTERRUPTED');
}
