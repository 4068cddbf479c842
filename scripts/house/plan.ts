/** Rooms of lib/ in the order in which data walk through them: an import goes to the same room or to an earlier one. */
export const ROOMS = [
  'contract',
  'words',
  'cases',
  'engine',
  'records',
  'worlds',
  'fields',
  'people',
  'measures',
  'sampling',
  'evidence',
  'claims',
  'figures',
  'publish',
  'study',
  'cli',
];

/** Shelves of a room in the same sense. Files at the room's root may use all shelves and are used by none. */
export const SHELVES: Readonly<Record<string, readonly string[]>> = {
  words: ['text', 'numbers', 'dates', 'names', 'reasons', 'results', 'charts'],
  records: [
    'containers',
    'text',
    'csv',
    'combo',
    'detect',
    'sql',
    'adapters',
    'pass',
    'airlock',
    'store',
    'review',
  ],
  worlds: [
    ...[
      'randoms',
      'parameters',
      'population',
      'distinct',
      'documents',
      'values',
      'workers',
      'files',
      'truth',
    ],
    ...['make', 'designs'],
  ],
  evidence: ['distributions', 'intervals', 'draw', 'limits', 'verdict'],
  claims: ['wording', 'judge', 'record'],
  publish: ['gate', 'svg', 'page', 'tables', 'brief', 'progress', 'danfo', 'notebook', 'answers'],
};

/** Folders of tools and test support: never packed, imported by nothing that is, and free to import any room. */
export const SUPPORT = ['calibration', 'testing'];

/** Circles that may stay, each with the reason why it is one: paths below lib/. */
export const TRUE_RECURSIONS: ReadonlyArray<{ files: readonly string[]; reason: string }> = [
  {
    files: ['records/pass/assembly/json/grammar.ts', 'records/pass/assembly/json/json-in-string.ts'],
    reason: 'JSON can stand in a string of JSON: its columns are read by the grammar that found the string',
  },
];

/** Most files side by side in a folder, tests not counted; folders of test data are no folders of code. */
export const MOST_FILES = 25;

/** Most lines of a file of logic. */
export const MOST_LINES = 250;

/** Longer files that hold no logic: paths below lib/ and what they are. */
export const TABLES: Readonly<Record<string, string>> = {
  'contract/errors.ts': 'the registry of errors',
  'contract/results.ts': 'the types of the published document',
  'contract/measure-table.ts': 'the table of measures',
  'fields/testing/labelled-columns.ts': 'columns with the category that each is',
  'publish/testing/example-document.ts': 'a published document',
};
