import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlotlyFigure } from '../../figures/figure';
import { refuses } from '../../testing/refuses';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import { isOwnChart } from '../../figures/is-own-figure';
import { toPng } from '../svg/to-png';
import { toSvg } from '../svg/to-svg';
import { Answer } from './answer';
import { chart } from './chart';
import { toFrame } from './frame';

const RIDES = [
  { city: 'Bonn', people: 300, day: '2019-12-04', part: 'east' },
  { city: 'Köln <b>', people: '<10', day: '2019-12-05', part: 'east' },
  { city: 'Siegburg', people: 40, day: '2019-12-06', part: 'west' },
];

interface Drawn {
  type: string;
  mode?: string;
  name?: string;
  x: unknown[];
  y: unknown[];
}
const traces = ({ data }: PlotlyFigure) => data as Drawn[];
const said = ({ layout }: PlotlyFigure) =>
  (layout as unknown as { annotations: { text: string }[] }).annotations.map(({ text }) => text);

test('names are bars, days a line, numbers points; axes are named after their columns', () => {
  const bars = chart(RIDES, { x: 'city', y: 'people' });
  assert.equal(bars.title, 'people by city');
  assert.deepEqual(
    traces(bars).map(({ type, x, y }) => [type, x, y]),
    [['bar', ['Bonn', 'Siegburg'], [300, 40]]],
  );
  const axes = bars.layout as unknown as Record<
    'xaxis' | 'yaxis',
    { type?: string; title: { text: string } }
  >;
  assert.deepEqual(
    [axes.xaxis.title.text, axes.yaxis.title.text, axes.xaxis.type],
    ['city', 'people', 'category'],
  );
  assert.equal(traces(chart(RIDES, { x: 'day', y: 'people' }))[0]?.mode, 'lines+markers');
  assert.equal(traces(chart(toFrame(RIDES), { x: 'people', y: 'people' }))[0]?.mode, 'markers');
});

test('a hidden count is not drawn as zero and is told; in a line it is a gap', () => {
  const bars = chart(RIDES, { x: 'city', y: 'people' });
  assert.deepEqual(said(bars), ['Not drawn: 1 value hidden because few people are in it.']);
  assert.deepEqual(traces(chart(RIDES, { x: 'day', y: 'people' }))[0]?.y, [300, null, 40]);
  const ofFrame = chart(toFrame(RIDES), { x: 'city', y: 'people' });
  assert.deepEqual(said(ofFrame), ['Not drawn: 1 value missing.']);
});

test('what is infinite is left out and told; the words for who cannot see it tell what is not drawn too', () => {
  const figure = chart([...RIDES, { city: 'Unkel', people: Infinity }], { x: 'city', y: 'people' });
  assert.deepEqual(traces(figure)[0]?.y, [300, 40]);
  assert.equal(
    figure.alt,
    'people by city: 2 values; highest Bonn 300, lowest Siegburg 40. Not drawn: 1 value hidden because few people are in it. Not drawn: 1 value infinite.',
  );
  const places = [
    { x: -Infinity, y: 1 },
    { x: 2, y: 3 },
  ];
  assert.deepEqual(traces(chart(places, { x: 'x', y: 'y' }))[0]?.x, [2]);
});

test('a line of days, times or numbers is drawn in their order; one of names as they stand', () => {
  const line = (...xs: unknown[]) =>
    traces(
      chart(
        xs.map((x) => ({ x, y: 1 })),
        { x: 'x', y: 'y', kind: 'line' },
      ),
    )[0]?.x;
  assert.deepEqual(line(10, 9, -1), [-1, 9, 10]);
  assert.deepEqual(line('2019-12', '2019-11-02', '2019-11-02 10:00'), [
    '2019-11-02',
    '2019-11-02 10:00',
    '2019-12',
  ]);
  assert.deepEqual(line(new Date(864e5), new Date(0)), [
    '1970-01-01T00:00:00.000Z',
    '1970-01-02T00:00:00.000Z',
  ]);
  assert.deepEqual(line('b', 'a'), ['b', 'a']);
});

test('what is no table and a kind that is not drawn are refused', () => {
  const axes = { x: 'x', y: 'y' };
  const cases: Array<[what: unknown, rule: RegExp]> = [
    ['hello', /it is a string/],
    [5, /it is a number/],
    [null, /it holds no rows/],
    [{ rows: [null] }, /it holds no rows/],
    [[1, 2], /a list of something else/],
    [Promise.resolve([]), /has to be awaited first/],
  ];
  for (const [what, rule] of cases) refuses(() => chart(what as never, axes), 'CHART_NO_TABLE', rule);
  const pie = { x: 'city', y: 'people', kind: 'pie' as never };
  refuses(() => chart(RIDES, pie), 'CHART_KIND', /pie is no kind .*: bar, line, scatter/);
});

test('several rows of one name are a bar each, not a sum', () => {
  const figure = chart([RIDES[0] ?? {}, { city: 'Bonn', people: 7 }], { x: 'city', y: 'people' });
  assert.deepEqual(
    traces(figure).map(({ x, y }) => [x, y]),
    [
      [
        [0, 1],
        [300, 7],
      ],
    ],
  );
  const { xaxis } = figure.layout as unknown as { xaxis: { ticktext: string[] } };
  assert.deepEqual(xaxis.ticktext, ['Bonn', 'Bonn']);
});

test('a chart of made-up records has the stamp in it', () => {
  const answer = new Answer({ title: 'Rides', rows: RIDES, synthetic: true });
  assert.equal(said(chart(answer, { x: 'city', y: 'people' }))[0], SYNTHETIC_STAMP);
  const grouped = answer.frame.groupby(['part']).col(['people']).sum();
  assert.equal(said(chart(grouped, { x: 'part', y: 'people_sum' }))[0], SYNTHETIC_STAMP);
});

test('a column for the colour makes a trace of each of its values, and of many values the rest one', () => {
  const figure = chart(RIDES, { x: 'city', y: 'people', color: 'part', title: 'By <part>' });
  assert.deepEqual(
    traces(figure).map(({ name }) => name),
    ['east', 'west'],
  );
  const many = Array.from({ length: 10 }, (_, i) => ({ x: `x${i}`, y: i, c: `c${i}` }));
  assert.equal(traces(chart(many, { x: 'x', y: 'y', color: 'c' })).at(-1)?.name, '4 others');
});

test('texts of columns and cells are escaped, in the picture too', async () => {
  const name = '<img src=x onerror=alert(1)>';
  const figure = chart([{ [name]: name, y: 1 }], { x: name, y: 'y' });
  assert.doesNotMatch(JSON.stringify([figure.data, figure.layout]), /<img/);
  assert.ok(isOwnChart(figure));
  assert.doesNotMatch(toSvg(figure), /<img/);
  assert.ok(await toPng(figure));
});

test('what cannot be drawn is refused: columns, texts, bars that would be added up, too many rows', () => {
  refuses(
    () => chart(RIDES, { x: 'city', y: 'peple' }),
    'COLUMN_MISSING',
    /no column peple; there are: people, city/,
  );
  refuses(() => chart(RIDES, { x: 'city', y: 'part' }), 'CHART_NUMBERS', /part holds no numbers/);
  const twice = [...RIDES, ...RIDES];
  refuses(
    () => chart(twice, { x: 'city', y: 'people', color: 'part' }),
    'CHART_REPEATED',
    /have the same city and colour/,
  );
  const many = Array.from({ length: 20_001 }, (_, i) => ({ x: i, y: i }));
  refuses(() => chart(many, { x: 'x', y: 'y' }), 'CHART_TOO_MANY', /20001 rows are more/);
  refuses(() => chart([], { x: 'x', y: 'y' }), 'COLUMN_MISSING', /there are: none/);
});
