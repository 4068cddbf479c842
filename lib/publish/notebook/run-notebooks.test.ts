import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import type { Notebook } from './notebook-file';
import { runNotebooks } from './run-notebooks';
import { tempFolder } from '../../testing/temp-folder';

const folder = tempFolder('run-notebooks');
before(() => {
  mkdirSync(join(folder, 'in'));
  // A notebook finds tslab in the project that it lies in.
  symlinkSync(
    dirname(dirname(require.resolve('tslab/package.json', { paths: [__dirname] }))),
    join(folder, 'node_modules'),
  );
});

function write(name: string, sources: string[]): string {
  const cells = sources.map((source, i) => ({
    id: `c${i}`,
    cell_type: 'code',
    metadata: {},
    source,
    outputs: [],
  }));
  const file = join(folder, 'in', name);
  writeFileSync(file, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return file;
}

const read = (name: string) => JSON.parse(readFileSync(join(folder, 'out', name), 'utf8')) as Notebook;

test('a notebook runs, a failing one stops at its cell with its error, a slow one is ended and keeps what it had', async () => {
  const files = [
    write('ok.ipynb', [
      'const a: number = 20;',
      'console.log(a + 1)',
      'process.stdout.write("\\r50 %\\rdone\\n");',
    ]),
    write('error.ipynb', [
      'console.log("before");',
      'const fail = () => { throw new RangeError("too far"); };\nfail();',
      'console.log("after");',
    ]),
    write('type.ipynb', ['const wrong: number = "text";']),
  ];
  const slow = write('slow.ipynb', [
    'console.log("kept");',
    'await new Promise(() => setInterval(Date, 1000));',
  ]);
  const cells: number[] = [];
  const options = {
    outDir: join(folder, 'out'),
    root: folder,
    onProgress: (event: { done: number }) => cells.push(event.done),
  };
  const runs = await runNotebooks(files, options);
  // The limit is what this machine takes for a notebook today, with room: no limit in seconds suits every machine.
  const timeoutMs = 3000 * Math.max(...runs.map(({ seconds }) => seconds));
  runs.push(...(await runNotebooks([slow], { ...options, timeoutMs })));
  assert.deepEqual(
    runs.map((run) => [run.name, run.status, run.failedCell, run.cells]),
    [
      ['ok.ipynb', 'ok', null, 3],
      ['error.ipynb', 'error', 1, 1],
      ['type.ipynb', 'error', 0, 0],
      ['slow.ipynb', 'timeout', null, 1],
    ],
  );
  assert.ok(cells.length >= 5);

  const ok = read('ok.ipynb');
  assert.deepEqual(
    ok.cells.map((cell) => cell.execution_count),
    [1, 2, 3],
  );
  assert.deepEqual(ok.cells[1]?.outputs, [{ name: 'stdout', output_type: 'stream', text: ['21\n'] }]);
  assert.match(JSON.stringify(ok.cells[2]?.outputs), /"done\\n"/);
  assert.doesNotMatch(JSON.stringify(ok.cells[2]?.outputs), /50 %/);

  const [, failed, later] = read('error.ipynb').cells;
  const error = failed?.outputs?.at(-1);
  assert.ok(error?.output_type === 'error');
  assert.deepEqual([error.ename, error.evalue], ['RangeError', 'too far']);
  assert.ok(!JSON.stringify(error).includes(folder), 'no path of this machine is saved');
  assert.deepEqual([later?.execution_count, later?.outputs], [null, []]);

  assert.match(JSON.stringify(read('type.ipynb').cells[0]?.outputs), /not assignable to type 'number'/);
  assert.match(JSON.stringify(read('slow.ipynb').cells[0]?.outputs), /kept/);
});

test('the last value of a cell shows itself, a promise too; one that fails is the error of its cell', async () => {
  const library = JSON.stringify(join(__dirname, 'frame.js'));
  const file = write('last.ipynb', [
    `const { toFrame } = require(${library}); toFrame([{ a: 1, b: '<i>' }])`,
    'Promise.resolve([{ a: 1 }])',
    '[1, 2]',
    '({ data: [{ type: "bar", x: ["a"], y: [1] }], layout: {} })',
    'Promise.reject(new RangeError("too late"))',
  ]);
  const [run] = await runNotebooks([file], { outDir: join(folder, 'out'), root: folder });
  assert.deepEqual([run?.status, run?.failedCell], ['error', 4]);
  const shown = read('last.ipynb').cells.map((cell) => JSON.stringify(cell.outputs));
  assert.match(shown[0] ?? '', /"text\/html":\[.*&lt;i&gt;/);
  assert.match(shown[1] ?? '', /"text\/html"/);
  assert.match(shown[2] ?? '', /\[ 1, 2 \]/);
  assert.match(shown[3] ?? '', /application\/vnd\.plotly\.v1\+json/);
  assert.match(shown[4] ?? '', /"evalue":"too late"/);
});

test('a cell finds the statistics, with their types, under a name of their own', async () => {
  const file = write('evidence.ipynb', [
    "import { clopperPearsonInterval } from 'breachscope/evidence';\nconst { low }: { low: number } = clopperPearsonInterval(24, 100);\nlow.toFixed(3)",
    'const wrong: string = clopperPearsonInterval(24, 100).low;',
  ]);
  const [run] = await runNotebooks([file], { outDir: join(folder, 'out'), root: folder });
  assert.deepEqual([run?.status, run?.failedCell], ['error', 1]);
  const [first, second] = read('evidence.ipynb').cells.map((cell) => JSON.stringify(cell.outputs));
  assert.match(first ?? '', /0\.160/);
  assert.match(second ?? '', /1:7 - Type 'number' is not assignable to type 'string'/);
});

test('danfo is repaired before the first cell that imports it', async () => {
  const mean =
    "[{ k: 'a', v: 1 }, { k: 'a', v: null }, { k: 'b', v: 3 }]).groupby(['k']).col(['v']).mean().values";
  const file = write('danfo.ipynb', [
    "import { DataFrame, merge } from 'danfojs-node';",
    `console.log(JSON.stringify(new DataFrame(${mean}));`,
    "const frame = new DataFrame([[1]], { columns: ['a'] });\nmerge({ left: frame, right: frame, on: ['b'], how: 'left' });",
  ]);
  const [run] = await runNotebooks([file], { outDir: join(folder, 'out'), root: folder });
  const [, second, third] = read('danfo.ipynb').cells.map((cell) => JSON.stringify(cell.outputs));
  assert.match(second ?? '', /\[\[\\"a\\",1\],\[\\"b\\",3\]\]/);
  assert.match(third ?? '', /There is no column b; there are: a/);
  assert.equal(run?.failedCell, 2);
});

test('keys are written in the order in which nbformat writes them', () => {
  const keys = Object.keys(read('ok.ipynb'));
  assert.deepEqual(keys, [...keys].sort());
});
