import tseslint from 'typescript-eslint';

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

const notTests = (rooms, rules) => ({
  files: rooms.map((room) => `lib/${room}/**/*.ts`),
  ignores: ['**/*.test.ts'],
  rules,
});

export default tseslint.config(
  {
    ignores: ['**/node_modules/', 'lib/dist/', 'out/', '.jupyter/', 'lib/records/pass/assembly/', 'jupyter/'],
  },
  {
    files: ['lib/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./lib/tsconfig.json', './tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
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
  // The order of rooms is held by scripts/house.ts.
  notTests(QUIET, {
    'no-restricted-imports': [
      'error',
      { paths: NO_IO.map((name) => ({ name, message: 'This room does no I/O.' })) },
    ],
  }),
  {
    ...notTests(['*'], {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Leaked'][property.name='unseal']",
          message: 'This room may not read values of the input.',
        },
      ],
    }),
    ignores: ['**/*.test.ts', 'lib/*.ts', ...UNSEAL.map((room) => `lib/${room}/**`)],
  },
);
