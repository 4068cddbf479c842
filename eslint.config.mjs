import tseslint from 'typescript-eslint';

/** The rooms in the order in which data walks through them; no import runs back. */
const ROOMS = [
  'contract',
  'words',
  'cases',
  'engine',
  'records',
  'worlds',
  'fields',
  'people',
  'evidence',
  'measures',
  'sampling',
  'claims',
  'figures',
  'publish',
  'study',
  'cli',
];
const NO_IO = [
  'fs',
  'net',
  'child_process',
  'http',
  'https',
  'dgram',
  'worker_threads',
  'fs/promises',
].flatMap((name) => [name, `node:${name}`]);
const QUIET = ['words', 'fields', 'people', 'measures', 'sampling', 'evidence', 'claims', 'figures'];
/** Rooms that may read the text of a sealed value. */
const UNSEAL = ['contract', 'engine', 'records', 'fields', 'people', 'measures', 'sampling'];

const direction = ROOMS.map((room, i) => ({
  files: [`lib/${room}/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          ...(QUIET.includes(room) ? NO_IO.map((name) => ({ name, message: `${room}/ does no I/O.` })) : []),
          { name: 'breachscope', message: 'Inside the library, import the file.' },
        ],
        patterns: ROOMS.slice(i + 1).map((later) => ({
          group: [`**/${later}/*`, `**/${later}`],
          message: `${room}/ comes before ${later}/: no import runs back.`,
        })),
      },
    ],
    ...(UNSEAL.includes(room)
      ? {}
      : {
          'no-restricted-syntax': [
            'error',
            {
              selector: "MemberExpression[object.name='Leaked'][property.name='unseal']",
              message: `${room}/ may not read values of the input.`,
            },
          ],
        }),
  },
}));

export default tseslint.config(
  {
    ignores: ['**/node_modules/', 'lib/dist/', 'out/', '.jupyter/', 'lib/records/pass/assembly/', 'jupyter/'],
  },
  {
    files: ['lib/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './lib/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-params': ['error', 4],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...direction,
);
