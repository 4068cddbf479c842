import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../testing/repository';
import { tempFolder } from '../../testing/temp-folder';
import type { KernelAnswer, KernelClient } from '../testing/kernel-client';
import { startKernel } from '../testing/kernel-client';

let kernel: KernelClient;
before(async () => {
  kernel = await startKernel(join(ROOT, 'notebooks'), tempFolder('kernel'));
});
after(() => kernel.end());

/** After an error, tslab drops what is asked within 200 ms. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 500));
const of = ({ outputs }: KernelAnswer, type: string) =>
  outputs.filter((output) => output.type === type).map(({ content }) => content);
const shown = (answer: KernelAnswer) =>
  of(answer, 'display_data').map(({ data }) => Object.keys(data as object));

test('numbers are printed; rows, promises of them and figures show themselves before the cell ends', async () => {
  assert.deepEqual(of(await kernel.run('1 + 1'), 'stream'), [{ name: 'stdout', text: '2\n' }]);
  const rows = await kernel.run('console.log("before"); Promise.resolve([{ a: 1 }])');
  assert.deepEqual(shown(rows), [['text/html', 'text/plain']]);
  assert.deepEqual(
    rows.outputs.map(({ type }) => type).filter((type) => type !== 'status'),
    ['execute_input', 'stream', 'display_data'],
  );
  const figure = await kernel.run('({ data: [{ type: "bar", x: ["a"], y: [1] }], layout: {} })');
  assert.equal(shown(figure)[0]?.[0], 'application/vnd.plotly.v1+json');
  assert.deepEqual(shown(await kernel.run('undefined')), []);
});

test('danfo is repaired before the first cell that imports it', async () => {
  const rows = "[{ k: 'a', v: 1 }, { k: 'a', v: null }]";
  const mean = `new DataFrame(${rows}).groupby(['k']).col(['v']).mean().values`;
  const answer = await kernel.run(`import { DataFrame } from 'danfojs-node';\nconsole.log(String(${mean}));`);
  assert.deepEqual(of(answer, 'stream'), [{ name: 'stdout', text: 'a,1\n' }]);
});

test('a display that fails is the error of its cell, with what to do next', async () => {
  const failed = await kernel.run('({ data: [{ type: "scatter3d" }], layout: {} })');
  assert.equal(failed.reply['status'], 'error');
  assert.match(
    JSON.stringify(of(failed, 'error')),
    /scatter3d, which is not drawn here.*save the figure as JSON/,
  );
  await pause();
  const rejected = await kernel.run('Promise.reject(new RangeError("too late"))');
  assert.equal(of(rejected, 'error')[0]?.['ename'], 'RangeError');
  await pause();
});

test('a type error is told with its place, and completion knows the kit’s types', async () => {
  const wrong = await kernel.run('const n: number = "text";');
  assert.equal(of(wrong, 'error')[0]?.['evalue'], "1:7 - Type 'string' is not assignable to type 'number'.");
  await pause();
  const code = 'import * as kit from "breachscope"; kit.readT';
  const { reply } = await kernel.ask('complete_request', { code, cursor_pos: code.length });
  assert.deepEqual(reply['matches'], ['readTable']);
});

test('an interrupt ends a wait, a display that is waited for and a busy loop; the kernel and its variables live on', async () => {
  await kernel.run('const kept = 5;');
  for (const code of ['await new Promise(() => {});', 'new Promise(() => {})', 'for (;;) {}']) {
    const running = kernel.run(code);
    // The cell must be under way; an interrupt that comes too early meets nothing.
    const again = setInterval(() => kernel.interrupt(), 1000);
    const { reply } = await running;
    clearInterval(again);
    assert.equal(reply['status'], 'error', code);
    await pause();
  }
  assert.deepEqual(of(await kernel.run('kept'), 'stream'), [{ name: 'stdout', text: '5\n' }]);
});
