import { homedir } from 'node:os';
import { sep } from 'node:path';
import { format, inspect } from 'node:util';

/** An error as a notebook stores it. */
export interface CellError {
  ename: string;
  evalue: string;
  traceback: string[];
}

const INTERNAL =
  /^\s+at .*(?:tslab[\\/]dist[\\/]|node:vm|node:internal|sigintHandlersWrap|notebook-child|kernel\.cjs:)/;

/**
 * What tslab's executor reports: one thrown value, or the compiler's printf arguments. Frames of the kernel are left
 * out, and paths are written relative, so that a saved notebook does not tell about the machine.
 *
 * @param root folder that paths are written relative to
 */
export function cellError(values: unknown[], root: string): CellError {
  const [thrown] = values;
  const tidy = (line: string) => relativePaths(line, root);
  if (values.length > 1)
    return { ename: 'TypeScriptError', evalue: format(...values), traceback: [tidy(format(...values))] };
  if (!(thrown instanceof Error))
    return { ename: 'Thrown', evalue: inspect(thrown), traceback: [tidy(inspect(thrown))] };
  const lines = (thrown.stack ?? String(thrown)).split('\n');
  // Source maps put the line of the library that threw above the error: no reader of a cell needs it.
  const begin = lines.findIndex((line) => line.startsWith(thrown.name));
  const frames = lines.slice(Math.max(0, begin)).filter((line) => !INTERNAL.test(line));
  // What to do next belongs to an error of the kit.
  if ('todo' in thrown && typeof thrown.todo === 'string') frames[0] = `${frames[0] ?? ''} ${thrown.todo}`;
  return { ename: thrown.name, evalue: tidy(thrown.message), traceback: frames.map(tidy) };
}

function relativePaths(line: string, root: string): string {
  return line
    .replaceAll('file://', '')
    .replaceAll(root + sep, '')
    .replaceAll(homedir() + sep, '~/')
    .replace('evalmachine.<anonymous>', 'cell');
}
