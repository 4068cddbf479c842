import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../commands/all-commands';
import { tempFolder } from '../../testing/temp-folder';
import { written } from './command';
import { completionScript, SHELLS } from './completion-script';

const folder = tempFolder('completion');

const scripts = SHELLS.map((shell) => {
  const [script, file] = [completionScript(shell, COMMANDS), join(folder, shell)];
  writeFileSync(file, script);
  return { shell, script, file, isMissing: spawnSync(shell, ['-c', 'true']).status !== 0 };
});

test('every command and every option is in the script of each shell, with the words that it takes', () => {
  for (const { name, options } of COMMANDS)
    for (const { shell, script } of scripts) {
      assert.ok(script.includes(name), `${shell}: ${name}`);
      for (const [option, { words }] of Object.entries(options)) {
        const own = shell === 'fish' ? `-l ${written(option).slice(2)} ` : written(option);
        assert.ok(script.includes(own), `${shell}: ${name} ${own}`);
        assert.ok(script.includes(words.join(' ')), `${shell}: words of ${own}`);
      }
    }
});

test('nothing in a help text would end a quoted word or a description of a shell’s script', () => {
  for (const { says, options } of COMMANDS)
    for (const text of [says, ...Object.values(options).map((option) => option.says)])
      assert.doesNotMatch(text, /['"\\[\]$]/);
});

for (const { shell, file, isMissing } of scripts)
  test(`${shell} takes its script`, { skip: isMissing && `no ${shell} here` }, () => {
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
  });

const [bash, , fish] = scripts;

test(
  'bash completes commands, options of the command, and the words of an option',
  { skip: bash?.isMissing },
  () => {
    const offered = (...words: string[]) => {
      const call = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _breachscope; echo "\${COMPREPLY[*]}"`;
      const args = ['-c', call, 'bash', bash?.file ?? '', 'breachscope', ...words];
      return spawnSync('bash', args, { encoding: 'utf8' }).stdout.trim();
    };
    assert.equal(offered('re'), 'reconcile review');
    assert.equal(offered('plan', 'wyze-2019', '--'), '--out --json --time-limit --help');
    assert.equal(offered('run', '--drawn', 'srs'), 'srs-people srs-records');
    assert.equal(offered('completion', ''), 'bash zsh fish');
    assert.equal(offered('inspect', ''), '', 'files are left to the shell');
  },
);

test('fish completes the same', { skip: fish?.isMissing }, () => {
  const call = `source ${fish?.file}; complete -C 'breachscope run --drawn srs'; complete -C 'breachscope plan --o'`;
  const { stdout } = spawnSync('fish', ['-c', call], { encoding: 'utf8' });
  assert.match(stdout, /^srs-people\t.*\nsrs-records\t.*\n--out\t/);
});
