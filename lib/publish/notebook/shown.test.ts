import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { refuses } from '../../testing/refuses';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import { loadDanfo } from '../danfo/load-danfo';
import { findChromium } from '../../testing/find-chromium';
import { Answer } from './answer';
import { toFrame } from './frame';
import { TRACES } from './plotly-specification';
import { shownOf } from './shown';

const browser = findChromium();

async function outputsOf(value: unknown) {
  const shown = shownOf(value);
  assert.ok(shown, 'it can be shown');
  return shown.outputs();
}

async function tableOf(value: unknown): Promise<string> {
  const [output] = await outputsOf(value);
  return String(output?.data['text/html']);
}

test('a frame is a table: numbers on the right, texts on the left, a pale dash for what is missing', async () => {
  const page = await tableOf(
    toFrame([
      { city: 'Bonn', year: 2019, share: 0.0000583, people: 2400000 },
      { city: null, year: 2020, share: null, people: 1 },
    ]),
  );
  assert.match(page, /text-align:left">city</);
  assert.match(page, /text-align:right[^>]*>share</);
  assert.match(page, />2019<[^]*>0\.0000583<[^]*>2,400,000</);
  assert.match(page, /opacity:0\.5">–</);
  assert.match(page, /2 values are missing \(–\); sums, means and counts leave them out\./);
});

test('markup in a cell, a heading or a label is text', async () => {
  const attack = '<img src=x onerror=alert(1)>';
  const frame = toFrame([{ [attack]: attack }]);
  for (const value of [
    frame,
    frame.column(attack),
    frame.setIndex({ column: attack }),
    [{ [attack]: attack }],
  ]) {
    const page = await tableOf(value);
    assert.doesNotMatch(page, /<img/);
    assert.match(page, /&lt;img/);
  }
});

test('a frame of a million rows is shown in part, says so, and takes no time', async () => {
  const { DataFrame } = loadDanfo();
  const values = Array.from({ length: 1_000_000 }, (_, i) => [i, `p${i}`]);
  const frame = new DataFrame(values, { columns: ['n', 'path'], dtypes: ['int32', 'string'] });
  const before = process.cpuUsage().user;
  const page = await tableOf(frame);
  assert.ok(process.cpuUsage().user - before < 2e6, 'under two seconds of one core');
  assert.match(page, /The first 20 of 1,000,000 rows\./);
  assert.ok(page.length < 20_000, `${page.length} characters`);
});

test('what is made of a made-up frame says so, whatever was done to it', () => {
  const danfo = loadDanfo();
  const rows = [
    { city: 'Bonn', km: 10 },
    { city: 'Köln', km: 5 },
  ];
  const made = toFrame(rows, { synthetic: true });
  const real = toFrame(rows);
  const derived = [
    made,
    made.head(1),
    made.sortValues('km'),
    made.query(made.column('km').gt(5)),
    made.groupby(['city']).col(['km']).mean(),
    made.column('km'),
    made['km'],
    danfo.merge({ left: real, right: made, on: ['city'], how: 'inner' }),
    danfo.concat({ dfList: [real, made], axis: 0 }),
    new Answer({ title: 'Trips', rows, synthetic: true }).frame,
  ];
  for (const [i, value] of derived.entries())
    assert.ok(shownOf(value)?.text.includes(SYNTHETIC_STAMP), `derived frame ${i}`);
  // In a notebook it is called on all variables that there are, made-up frames among them.
  const { merge } = danfo;
  const joined = merge.call({ made, danfo }, { left: real, right: real, on: ['city'], how: 'inner' });
  assert.ok(!shownOf(joined)?.text.includes(SYNTHETIC_STAMP));
});

test('groups of which nothing is asked yet say what can be asked', () => {
  const groups = toFrame([{ city: 'Bonn' }, { city: 'Köln' }]).groupby(['city']);
  assert.match(shownOf(groups)?.text ?? '', /^2 groups by city; ask something of them: /);
});

test('a bare Plotly specification is a figure; columns of a frame may stand in it', async () => {
  const frame = toFrame([{ '<b>x': '<b>', y: 1 }]);
  const data = [{ type: 'bar', x: frame.column('<b>x'), y: new Float64Array([1]), base: [1, '<10'] }];
  const [output] = await outputsOf({ data, layout: { title: { text: 'Bare' } } });
  const plotly = output?.data['application/vnd.plotly.v1+json'] as { data: object[]; layout: object };
  assert.deepEqual(plotly.data, [{ type: 'bar', x: ['&lt;b&gt;'], y: [1], base: [1, null] }]);
  assert.equal(output?.data['text/plain'], 'Bare (bar).');
  assert.ok(!('image/png' in (output?.data ?? {})));
});

test('a trace that is not drawn here is refused, not drawn as an empty picture', () => {
  const value = { data: [{ type: 'scatter3d', x: [1] }], layout: {} };
  refuses(
    () => shownOf(value),
    'TRACE_UNKNOWN',
    /of type scatter3d, which is not drawn here; drawn are: bar, /,
  );
});

test('the traces that are taken are those that Plotly draws', { skip: browser === null }, async () => {
  const chrome = await chromium.launch({
    executablePath: String(browser),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await chrome.newPage();
    await page.addScriptTag({ path: require.resolve('plotly.js-cartesian-dist-min') });
    const drawn = await page.evaluate('Object.keys(Plotly.PlotSchema.get().traces).sort()');
    assert.deepEqual(drawn, [...TRACES].sort());
  } finally {
    await chrome.close();
  }
});

test('an answer with a figure is its figure and its notes; without one its table', async () => {
  const rows = [{ name: 'apple', people: 12 }];
  const [table] = await outputsOf(new Answer({ title: 'Fruit', rows, synthetic: false }));
  assert.match(String(table?.data['text/html']), /Fruit[^]*apple/);
});

test('numbers, lists of numbers, functions, times and empty lists are printed as before', () => {
  for (const value of [1, 'text', [1, 2], [], () => 1, new Date(0), new Map(), { a: 1 }, Symbol('x')])
    assert.equal(shownOf(value), null);
});
