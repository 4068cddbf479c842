// The rules that committed notebooks keep: they import only what an analyst would, run in order, are short, print no path of a
// machine, and hold no construct that the kernel is known to break on.
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

interface Cell {
  cell_type: string;
  source: string | string[];
  execution_count?: number | null;
  outputs?: { output_type: string }[];
}

const root = join(__dirname, '..');
const folder = join(root, 'notebooks');
const MOST_LINES = 8;
/** What a cell may import: the kit, and the frames that it hands out. */
const MODULES = ['breachscope', 'danfojs-node'];

/** Which rules a code cell breaks; `place` is the number that it should have. */
function brokenRules(cell: Cell, place: number): string[] {
  const source = [cell.source].flat().join('');
  const outputs = JSON.stringify(cell.outputs ?? []);
  const modules = [...source.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
  const rules: [boolean, string][] = [
    [/await\s*[([]/.test(source), 'await followed by ( or [ breaks at the top level of a cell'],
    [source.split('\n').length > MOST_LINES, `longer than ${MOST_LINES} lines`],
    [/\bfunction\b|=>\s*\{/.test(source), 'defines a function'],
    ...modules.map((name): [boolean, string] => [!MODULES.includes(name), `imports ${name}`]),
    [cell.execution_count !== place, `execution count ${cell.execution_count ?? 'missing'}, not ${place}`],
    [(cell.outputs ?? []).some((output) => output.output_type === 'error'), 'holds an error'],
    [outputs.includes(`${homedir()}/`) || outputs.includes(root), 'prints a path of a machine'],
    [/[\w.+-]+@[\w-]+\.\w/.test(outputs), 'prints an e-mail address'],
  ];
  return rules.filter(([broken]) => broken).map(([, rule]) => rule);
}

function checkNotebook(name: string): string[] {
  const { cells } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { cells: Cell[] };
  const code = cells.filter((cell) => cell.cell_type === 'code');
  const [title = ''] = [cells[0]?.source ?? ''].flat();
  return [
    ...code.flatMap((cell, i) =>
      brokenRules(cell, i + 1).map((rule) => `${name}, cell ${cells.indexOf(cell) + 1}: ${rule}`),
    ),
    ...(/\?\s*$/m.test(title) ? [] : [`${name}: its title is no question`]),
  ];
}

const found = readdirSync(folder)
  .filter((name) => name.endsWith('.ipynb'))
  .flatMap(checkNotebook);
for (const line of found) process.stdout.write(`${line}\n`);
process.exitCode = found.length > 0 ? 1 : 0;
