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
    files: ['lib/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', 'examples/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./lib/tsconfig.json', './tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Where types of a package or of JSON promise more than the data keep, the condition is what protects: it stays.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `(x) => list.push(x)` and `return onDamage()` in a function without a result are read without a doubt.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // The same in disguise: `x[0] as T` where x[0] may be undefined.
      '@typescript-eslint/non-nullable-type-assertion-style': 'error',
      'max-params': ['error', 4],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // The runner waits for what `test` gives; any other promise that nobody waits for could fail unseen.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'before', 'after'], package: 'node:test' },
          ],
        },
      ],
      'max-params': 'off',
    },
  },
  {
    // What is missing in a test fails it.
    files: ['**/*.test.ts', 'lib/**/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
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
  {
    // A reader of a container is a generator that ends early by `return onDamage(…)`: `void` in front of it is refused by
    // no-meaningless-void-operator, and two statements in braces say no more.
    files: ['lib/records/containers/**/*.ts'],
    rules: { '@typescript-eslint/no-confusing-void-expression': 'off' },
  },
);
