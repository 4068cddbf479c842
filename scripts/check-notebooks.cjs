'use strict';
// The rules that committed notebooks keep: they import only 'breachscope', run in order, are short, print no path of a
// machine, and hold no construct that the kernel is known to break on.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { homedir } = require('node:os');

const folder = join(__dirname, '..', 'notebooks');
const found = [];
for (const name of readdirSync(folder).filter((each) => each.endsWith('.ipynb'))) {
  const { cells } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const code = cells.filter((cell) => cell.cell_type === 'code');
  const say = (cell, rule) => found.push(`${name}, cell ${cells.indexOf(cell) + 1}: ${rule}`);
  code.forEach((cell, i) => {
    const source = [cell.source].flat().join('');
    if (/await\s*[([]/.test(source)) say(cell, 'await followed by ( or [ breaks at the top level of a cell');
    if (source.split('\n').length > 12) say(cell, 'longer than 12 lines');
    if (/\bfunction\b|=>\s*\{/.test(source)) say(cell, 'defines a function');
    for (const [, module] of source.matchAll(/from '([^']+)'/g)) {
      if (module !== 'breachscope') say(cell, `imports ${module}`);
    }
    if (cell.execution_count !== i + 1) say(cell, `execution count ${cell.execution_count}, not ${i + 1}`);
    const outputs = JSON.stringify(cell.outputs);
    if (cell.outputs.some((output) => output.output_type === 'error')) say(cell, 'holds an error');
    if (outputs.includes(homedir() + '/') || outputs.includes(join(folder, '..')))
      say(cell, 'prints a path of a machine');
    if (/[\w.+-]+@[\w-]+\.\w/.test(outputs)) say(cell, 'prints an e-mail address');
  });
  if (!/\?\s*$/m.test([cells[0].source].flat()[0] ?? '')) found.push(`${name}: its title is no question`);
}
for (const line of found) process.stdout.write(`${line}\n`);
process.exitCode = found.length ? 1 : 0;
