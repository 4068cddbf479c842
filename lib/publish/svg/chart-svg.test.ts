import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartFigure } from '../../figures/is-own-figure';
import { isOwnChart } from '../../figures/is-own-figure';
import { chart, type ChartOptions } from '../notebook/chart';
import { dateTicks, numberTicks } from './ticks';
import { toPng } from './to-png';
import { toSvg } from './to-svg';

function drawn(rows: Readonly<Record<string, unknown>>[], options: ChartOptions): string {
  const figure = chart(rows, options);
  assert.ok(isOwnChart(figure));
  return toSvg(figure satisfies ChartFigure);
}

/** The numbers among the attributes of each mark of a class. */
function marks(svg: string, name: string): Record<string, number>[] {
  const all = [...svg.matchAll(new RegExp(`class="${name}"([^/]*)/>`, 'g'))];
  return all.map((mark) => {
    const pairs = [...(mark[1] ?? '').matchAll(/(\w+)="([-\d.]+)"/g)];
    return Object.fromEntries(pairs.map((pair): [string, number] => [pair[1] ?? '', Number(pair[2])]));
  });
}

test('bars stand on nothing, are as high as their numbers are to one another, and side by side where colours tell them apart', () => {
  const rows = [
    { city: 'Bonn', people: 100, part: 'a' },
    { city: 'Bonn', people: 200, part: 'b' },
    { city: 'Ulm', people: -50, part: 'a' },
  ];
  const bars = marks(drawn(rows, { x: 'city', y: 'people', color: 'part' }), 'bar');
  assert.equal(bars.length, 3);
  const [first, below, beside] = bars as [
    Record<string, number>,
    Record<string, number>,
    Record<string, number>,
  ];
  assert.ok(Math.abs((beside['height'] ?? 0) / (first['height'] ?? 1) - 2) < 0.01);
  assert.ok(Math.abs((first['height'] ?? 0) / (below['height'] ?? 1) - 2) < 0.01);
  assert.ok(
    Math.abs((first['y'] ?? 0) + (first['height'] ?? 0) - (below['y'] ?? 0)) < 0.2,
    'from nothing downwards',
  );
  assert.ok((beside['x'] ?? 0) >= (first['x'] ?? 0) + (first['width'] ?? 0) - 0.2, 'beside one another');
});

test('a missing value leaves a gap in a line, and days lie as far apart as they are', () => {
  const rows = [
    { day: '2019-12-01', n: 1 },
    { day: '2019-12-02', n: 2 },
    { day: '2019-12-03', n: null },
    { day: '2019-12-05', n: 4 },
  ];
  const svg = drawn(rows, { x: 'day', y: 'n' });
  assert.equal(/class="line" d="([^"]*)"/.exec(svg)?.[1]?.split('M').length, 3, 'it begins twice');
  const [one, two, four] = marks(svg, 'dot').map(({ cx = 0 }) => cx);
  assert.ok(Math.abs(((four ?? 0) - (one ?? 0)) / ((two ?? 0) - (one ?? 0)) - 4) < 0.05);
});

test('ticks are round numbers, days or months within the axis', () => {
  const texts = (ticks: { text: string }[]) => ticks.map(({ text }) => text);
  assert.deepEqual(texts(numberTicks(0, 1_050, 5)), ['0', '500', '1,000']);
  assert.deepEqual(texts(numberTicks(-0.2, 0.2, 5)), ['-0.2', '-0.1', '0', '0.1', '0.2']);
  assert.deepEqual(texts(numberTicks(3, 3, 5)), ['3']);
  const day = (text: string) => Date.parse(text);
  assert.deepEqual(texts(dateTicks(day('2019-12-01'), day('2019-12-07'), 6)).slice(0, 2), [
    '2019-12-01',
    '2019-12-02',
  ]);
  assert.deepEqual(texts(dateTicks(day('2018-11-20'), day('2019-12-07'), 6)), [
    '2019-01',
    '2019-04',
    '2019-07',
    '2019-10',
  ]);
  assert.deepEqual(texts(dateTicks(day('2001-06-01'), day('2019-12-07'), 6)), [
    '2004',
    '2008',
    '2012',
    '2016',
  ]);
  assert.deepEqual(texts(dateTicks(day('2019-12-01T10:20Z'), day('2019-12-01T15:00Z'), 6))[0], '12-01 11:00');
});

test('the same figure is the same picture, byte for byte, and its text is in it', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({ zone: `a zone of a very long name, ${i}`, n: i }));
  const figure = chart(rows, { x: 'zone', y: 'n', title: 'Zones' });
  const [one, two] = [await toPng(figure), await toPng(figure)];
  assert.ok(one && two);
  assert.equal(one.base64, two.base64);
  const bytes = Buffer.from(one.base64, 'base64');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1080, one.height * 1.5]);
  const untitled = await toPng(chart(rows, { x: 'zone', y: 'n', title: 'Other' }));
  assert.notEqual(untitled?.base64, one.base64, 'letters are drawn');
});
