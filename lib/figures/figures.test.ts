import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planClaims } from '../claims/plan-claims';
import { loadCase } from '../cases/load-case';
import type { ResultTest, Results } from '../contract/results';
import {
  exampleClaim,
  exampleDocument,
  exampleInput,
  exampleMeasure,
} from '../publish/testing/example-document';
import { WYZE } from '../testing/repository';
import { fieldsFigure } from './fields-figure';
import type { Figure } from './figure';
import { healthFigure } from './health-figure';
import { peopleFigure } from './people-figure';
import { planFigure } from './plan-figure';
import { verdictsFigure } from './verdicts-figure';

const STAMP = 'Synthetic data: says nothing about the real incident';
const world = exampleInput({ world: 'finder', seed: 's' });
const texts = ({ layout }: Figure) => layout.annotations.map(({ text }) => text);

test('categories: a dot for each that somebody has, largest first; "fewer than 10" pale at 9, withheld at the start', () => {
  const measures = [
    exampleMeasure('people.with:weight', '<10'),
    exampleMeasure('people.with:email', 4000),
    exampleMeasure('people.with:password', 0),
    exampleMeasure('people.with:phone', 'withheld'),
    exampleMeasure('share.with:email', 0.8, { unit: 'share' }),
  ];
  const figure = fieldsFigure(exampleDocument({ measures }));
  const [trace] = figure.data;
  assert.deepEqual(figure.layout.yaxis.ticktext, ['e-mail address', 'phone number', 'weight']);
  assert.deepEqual(texts(figure), ['4,000', 'withheld', 'fewer than 10']);
  assert.deepEqual(trace?.x, [4000, figure.layout.xaxis.type === 'log' ? 0.7 : 0, 9]);
  const [dark, pale, alsoPale] = trace?.marker.color ?? [];
  assert.ok(dark !== pale && pale === alsoPale);
  assert.match(figure.alt, /^Chart of people .*weight fewer than 10\. Not recognised: password\.$/);
});

test('categories where nobody can be told apart: documents, the fullest path of each', () => {
  const document = exampleDocument({ measures: [] });
  const [first] = document.fields;
  assert.ok(first);
  const filled = (count: number) => ({ ...first, category: 'email', filled: count });
  const figure = fieldsFigure({ ...document, fields: [filled(20), filled(35), filled(7)] });
  assert.deepEqual([texts(figure), figure.data[0]?.x], [['35'], [35]]);
  assert.equal(figure.layout.xaxis.title?.text, 'Documents in this file');
});

test('health: the group first, then its categories in the order of the taxonomy; estimate, limits and what is in the file', () => {
  const measures = [
    exampleMeasure('people.with:heart-rate', 8, { value: 800, low: 300, high: 1600 }),
    exampleMeasure('people.with:height', 0, { value: 0, low: 0, high: 299 }),
    exampleMeasure('people.with-any:health', 8, { value: 800, low: 800, high: 800 }),
    exampleMeasure('people.with:email', 100),
  ];
  const figure = healthFigure(exampleDocument({ measures }));
  const [trace] = figure.data;
  assert.deepEqual(figure.layout.yaxis.ticktext, ['any health data', 'height', 'heart rate']);
  assert.deepEqual(texts(figure), [
    '800<br>8 in this file',
    '0 (0 to 299)<br>none in this file',
    '800 (300 to 1,600)<br>8 in this file',
  ]);
  assert.deepEqual(
    [trace?.x, trace?.error_x?.array, trace?.error_x?.arrayminus],
    [
      [800, 0, 800],
      [0, 299, 800],
      [0, 0, 500],
    ],
  );
  assert.match(figure.layout.xaxis.title?.text ?? '', /^People among all 500,000<br>/);
});

test('health: what the parties that disagree claimed stands in the row it is about, a number as a band', () => {
  const of = (id: string, party: string, measure: string, claimed: ResultTest['claimed']) => {
    const claim = exampleClaim(id, party, 'supported');
    const [first] = claim.tests;
    assert.ok(first && claimed);
    return { ...claim, tests: [{ ...first, measure, claimed }] };
  };
  const some = { inShort: 'a subset', low: 1, high: null };
  const few = { inShort: 'a small number', low: 1, high: 1001 };
  const figure = healthFigure(
    exampleDocument({
      measures: [
        exampleMeasure('people.with-any:health', 140, { value: null, low: null, high: null }),
        exampleMeasure('people.with:height', 30, { value: null, low: null, high: null }),
      ],
      claims: [
        of('a', 'finder', 'people.with:height', some),
        of('b', 'finder', 'people.with:height', some),
        of('c', 'maker', 'people.with:height', { inShort: 'none', low: 0, high: 1 }),
        of('d', 'gazette', 'people.with:height', some),
        of('e', 'maker', 'people.with-any:health', { inShort: 'about <140>', low: 133, high: 147 }),
        of('f', 'maker', 'people.with-any:health', few),
      ],
    }),
  );
  assert.deepEqual(texts(figure), [
    '140 in this file<br>Maker: about &lt;140&gt;',
    '30 in this file<br>Finder: a subset<br>Maker: none',
  ]);
  assert.deepEqual(
    figure.layout.shapes.map(({ x0, x1 }) => [x0, x1]),
    [[133, 146]],
  );
  const [above = 0, below = 0] = figure.data[0]?.y ?? [];
  assert.ok(below - above > 1, 'rows with more lines are higher');
  assert.match(figure.alt, /Maker: about <140>/);
  assert.equal(figure.layout.xaxis.title?.text, 'People in this file<br>(pale: what was claimed)');
});

test('health where nothing follows for everybody: what is in the file, without limits', () => {
  const measures = [exampleMeasure('people.with:weight', 30, { value: null, low: null, high: null })];
  const figure = healthFigure(exampleDocument({ measures }));
  assert.deepEqual(
    [texts(figure), figure.data[0]?.x, figure.data[0]?.error_x?.array],
    [['30 in this file'], [30], [0]],
  );
  assert.equal(figure.layout.xaxis.title?.text, 'People in this file');
  assert.match(healthFigure(exampleDocument({ measures: [] })).alt, /No health data were found/);
});

test('the people curve: a dot for each way of counting that the input has, dark where it counts people', () => {
  const document = exampleDocument();
  const [accounts] = document.people;
  assert.ok(accounts);
  const linked = {
    ...accounts,
    id: 'people.linked-l4',
    count: 4800,
    range: [4700, 4900] as [number, number],
  };
  const figure = peopleFigure({ ...document, people: [accounts, linked] });
  const [trace] = figure.data;
  assert.deepEqual(trace?.x, [5003, 5000, 4800]);
  assert.deepEqual(
    [trace.error_x?.arrayminus, trace.error_x?.array],
    [
      [0, 0, 100],
      [0, 0, 100],
    ],
  );
  const [documents, own, alsoOwn] = trace.marker.color;
  assert.ok(documents !== own && own === alsoOwn);
  assert.match(figure.alt, /people linked over their keys: 4,800 \(4,700 to 4,900\)\.$/);
});

test('the people curve: user names have a dot where only they tell people apart', () => {
  const document = exampleDocument();
  const [accounts] = document.people;
  assert.ok(accounts);
  const measures = document.measures.filter(({ id }) => id !== accounts.id);
  const people = [{ ...accounts, id: 'people.user-names', count: 40 }];
  const figure = peopleFigure({ ...document, measures, people });
  const [trace] = figure.data;
  assert.deepEqual(trace?.x, [5003, 40]);
  assert.notEqual(trace.marker.color[0], trace.marker.color[1]);
});

test('verdicts: a cell for each party, subject and world with its word; what no records can decide is left to the sentence', () => {
  const results: Results = exampleDocument({
    claims: [
      exampleClaim('one', 'finder', 'supported'),
      exampleClaim('two', 'maker', 'refuted'),
      exampleClaim('three', 'finder', 'not-testable', { subject: 'motive' }),
    ],
    disagreements: [
      {
        subject: 'passwords',
        parties: ['finder', 'maker'],
        claims: ['one', 'two'],
        outcome: 'a-right',
        because: '',
      },
      {
        subject: 'motive',
        parties: ['finder', 'maker'],
        claims: ['three'],
        outcome: 'cannot-tell',
        because: '',
      },
    ],
  });
  const single = verdictsFigure(results);
  assert.deepEqual([single.layout.shapes.length, texts(single)], [2, ['Backed', 'Contradicted']]);
  assert.match(single.alt, /Records cannot tell: motive\./);
  const worlds = ['left', 'right'].map((name) => ({ world: name, verdicts: { one: 'supported' as const } }));
  const several = verdictsFigure({ ...results, worlds });
  assert.equal(several.layout.shapes.length, 2 * (several.layout.yaxis.ticktext?.length ?? 0));
  assert.deepEqual(several.layout.xaxis.ticktext, ['left world', 'right world']);
});

test('a plan: three rows for each claim that names a number, each subject and number once', () => {
  const plan = planClaims(loadCase(WYZE));
  const figure = planFigure(plan);
  const numbered = new Set(
    plan.rows.flatMap(({ subject, claimed, see }) => (see === null ? [] : `${subject} ${claimed ?? ''}`)),
  );
  assert.equal(figure.data[0]?.x.length, 3 * numbered.size);
  assert.ok(texts(figure).includes('50,809') && texts(figure).includes('everybody'));
  assert.match(planFigure({ ...plan, rows: [] }).alt, /No claim names a number\.$/);
});

test('what is made from made-up records says so in the picture and in its sentence, nothing else does', () => {
  for (const make of [fieldsFigure, healthFigure, peopleFigure, verdictsFigure]) {
    const [made, real] = [make(exampleDocument({ inputs: [world] })), make(exampleDocument())];
    assert.ok(texts(made).includes(STAMP) && made.alt.endsWith(`${STAMP}.`), make.name);
    assert.ok(!texts(real).includes(STAMP) && !real.alt.includes(STAMP), make.name);
    const marked = { ...exampleInput(), warnings: ['LOOKS_SYNTHETIC'] };
    assert.ok(texts(make(exampleDocument({ inputs: [marked] }))).includes(STAMP), make.name);
  }
});
