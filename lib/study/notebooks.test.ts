import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Truth } from '../contract/truth';
import { type Cell, type Notebook, readNotebook, sourceOf } from '../publish/notebook/notebook-file';
import type { NotebookRun } from '../publish/notebook/run-notebooks';
import { ROOT, WYZE } from '../testing/repository';
import { runFreshNotebooks } from '../testing/run-fresh-notebooks';
import { tempCache } from '../testing/temp-cache';

const { cache } = tempCache('notebooks');
const FIRST = '0-start-here.ipynb';
const truth = JSON.parse(readFileSync(join(WYZE, 'sample', 'truth.json'), 'utf8')) as Truth;
let runs: NotebookRun[];
before(async () => {
  runs = await runFreshNotebooks({ BREACHSCOPE_CACHE: cache });
});

const executed = (name: string): Notebook => {
  const run = runs.find((each) => each.name === name);
  assert.ok(run);
  return readNotebook(run.file);
};
const codeOf = ({ cells }: Notebook) => cells.filter((cell) => cell.cell_type === 'code');

/** All that a cell shows, as plain text. */
function textOf(cell: Cell | undefined): string {
  const outputs = cell?.outputs ?? [];
  return outputs
    .map((output) => {
      if (output.output_type === 'stream') return [output.text].flat().join('');
      if (output.output_type === 'error') return output.traceback.join('\n');
      return [output.data['text/plain']].flat().join('');
    })
    .join('\n');
}

/** Source and outputs of each cell. */
function essence({ cells }: Notebook): unknown {
  return cells.map((cell) => {
    const outputs = (cell.outputs ?? []).map((output) =>
      output.output_type === 'display_data' ? Object.entries(output.data) : output,
    );
    return { source: sourceOf(cell), outputs };
  });
}

test('every notebook runs in a fresh clone, from its first cell to its last', () => {
  assert.ok(runs.length >= 4);
  for (const { name, status, cells, file } of runs) {
    const code = codeOf(readNotebook(file));
    assert.equal(status, 'ok', `${name}: ${textOf(code.at(cells))}`);
    assert.equal(cells, code.length);
    for (const cell of code)
      assert.notEqual(textOf(cell).trim(), '', `${name} shows nothing: ${sourceOf(cell)}`);
  }
});

test('what is committed is what a fresh clone gives', () => {
  for (const { name } of runs) {
    const committed = readNotebook(join(ROOT, 'notebooks', name));
    assert.deepEqual(
      essence(executed(name)),
      essence(committed),
      `${name}: npx ts-node scripts/save-notebooks.ts saves it anew`,
    );
  }
});

test('the first notebook has ten code cells of at most eight lines', () => {
  const code = codeOf(executed(FIRST));
  assert.equal(code.length, 10);
  for (const cell of code) assert.ok(sourceOf(cell).split('\n').length <= 8, sourceOf(cell));
});

test('the numbers of the first notebook are those that the truth of the sample states', () => {
  const [, read, people, , health, disputed, sources, sides] = codeOf(executed(FIRST)).map(textOf);
  const inFile = (id: string): number => {
    const count = truth.measures[id]?.file;
    assert.ok(typeof count === 'number' && count > 0, id);
    return count;
  };
  const row = (text: string | undefined, pattern: string) =>
    assert.match(text ?? '', new RegExp(pattern, 'm'));
  for (const { documents, kinds } of truth.files) row(read, `^${Object.keys(kinds)[0] ?? ''} +${documents} `);
  row(people, `\\baccounts +${inFile('people.accounts')}\\b`);
  row(health, `^any health data +${inFile('people.with-any:health')}\\b`);
  row(health, '“?about 140');
  row(disputed, `bone density +${inFile('people.with:bone-density')}\\b`);
  row(disputed, `bone mass +${inFile('people.with:bone-mass')}\\b`);
  row(sources, '^The Verge +2019-12-30 +\\d+');
  row(sides, 'Twelve Security.*(Backed|Depends what is meant).*Wyze');
});
