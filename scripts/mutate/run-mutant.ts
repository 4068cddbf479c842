// In a process of its own: the tests, with one piece of one compiled file replaced. Its argument is a `MutantRun` as JSON.
import { readFileSync } from 'node:fs';
import type { MutantRun } from '../mutate';

type Compiling = NodeJS.Module & { _compile: (code: string, file: string) => void };

const { file, start, end, text, tests } = JSON.parse(process.argv[2] ?? '') as MutantRun;
// Nothing else replaces what is loaded: a loader in a thread of its own would see modules of the other kind only.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const extensions = require.extensions;
const load = extensions['.js'];
extensions['.js'] = (module, name) => {
  if (name !== file) return void load(module, name);
  const code = readFileSync(name, 'utf8');
  (module as Compiling)._compile(code.slice(0, start) + text + code.slice(end), name);
};
// Each by its name, which only this process knows.
// eslint-disable-next-line @typescript-eslint/no-require-imports
for (const test of tests) require(test);
