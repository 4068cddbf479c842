import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from '../../figures/figure';
import { fieldsFigure } from '../../figures/fields-figure';
import { healthFigure } from '../../figures/health-figure';
import { peopleRange } from '../../figures/people-curve';
import { peopleFigure } from '../../figures/people-figure';
import { verdictsFigure } from '../../figures/verdicts-figure';
import { publishable } from '../gate/publishable';
import { exampleDocument, exampleInput, exampleMeasure } from '../testing/example-document';
import { toSvg } from './to-svg';

const count = (svg: string, mark: string) => svg.split(`class="${mark}"`).length - 1;
const world = exampleInput({ world: 'finder', seed: 's' });

test('one labelled dot for each category that somebody has or may have; what nobody has is in the description only', () => {
  const svg = toSvg(fieldsFigure(publishable(exampleDocument())));
  assert.equal(count(svg, 'dot'), 2);
  for (const label of ['fewer than 10', 'withheld']) assert.ok(svg.includes(`>${label}<`), label);
  assert.ok(!svg.includes('>none<') && /<desc[^>]*>[^<]*Not recognised: /.test(svg));
});

test('the dot of a hidden small count lies at 9, that of a withheld one at the start', () => {
  const { data } = fieldsFigure(publishable(exampleDocument()));
  assert.deepEqual(data[0]?.x, [0, 9]);
});

test('one dot with limits for each kind of health data', () => {
  const svg = toSvg(healthFigure(publishable(exampleDocument({ inputs: [world] }))));
  assert.equal(count(svg, 'dot'), 2);
  assert.equal(count(svg, 'limits'), 2);
});

test('the people curve has a dot for each way of counting, and a line where a definition leaves a range open', () => {
  const document = exampleDocument({ inputs: [world] });
  const [accounts] = document.people;
  assert.ok(accounts);
  document.people.push({
    ...accounts,
    id: 'people.linked-l4',
    main: false,
    count: 4800,
    range: [4700, 4900],
    links: { limit: 8, cut: 1, withoutLimit: 4750, withoutDevices: 4900 },
  });
  const figure = peopleFigure(publishable(document));
  assert.deepEqual(figure.data[0]?.error_x?.array.slice(-1), [100]);
  assert.match(figure.alt, /accounts: 5,000; people linked over their keys: 4,800 \(4,700 to 4,900\)/);
  assert.deepEqual(peopleRange(publishable(document)), [4700, 5000]);
  assert.equal(count(toSvg(figure), 'dot'), figure.data[0]?.x.length);
});

test('one cell for each disputed claim and world, with its word in it', () => {
  const verdicts = { 'finder-passwords': 'supported', 'maker-no-passwords': 'refuted' } as const;
  const worlds = ['finder', 'maker'].map((name) => ({ world: name, verdicts }));
  const svg = toSvg(verdictsFigure(publishable(exampleDocument({ worlds }))));
  assert.equal(count(svg, 'cell'), 4);
  assert.equal(svg.split('>Backed<').length - 1, 2);
  assert.equal(svg.split('>Contradicted<').length - 1, 2);
});

test('a figure made from made-up records says so inside the picture, others do not', () => {
  for (const make of [fieldsFigure, healthFigure, verdictsFigure] as ((
    results: ReturnType<typeof publishable>,
  ) => Figure)[]) {
    const stamped = make(publishable(exampleDocument({ inputs: [world] })));
    assert.ok(
      stamped.layout.annotations.some((note) =>
        note.text.includes('Synthetic data: says nothing about the real incident'),
      ),
    );
    assert.ok(toSvg(stamped).includes('>Synthetic data: says nothing about the real incident<'));
    assert.ok(!toSvg(make(publishable(exampleDocument()))).includes('Synthetic data'));
  }
});

test('markup in a subject, a party or a category is text in the picture and in the specification', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const document = exampleDocument({ measures: [exampleMeasure(`people.with:${evil}`, 50)] });
  const pair = document.disagreements[0];
  if (pair) pair.subject = evil;
  const results = publishable(document);
  for (const figure of [fieldsFigure(results), verdictsFigure(results)]) {
    assert.doesNotMatch(toSvg(figure), /<img|<a /);
    assert.doesNotMatch(JSON.stringify(figure.layout), /<img/);
  }
});

test('the same figure is the same text', () => {
  const figure = fieldsFigure(publishable(exampleDocument()));
  assert.equal(toSvg(figure, { width: 344 }), toSvg(structuredClone(figure), { width: 344 }));
});

test('every number of a picture is finite', () => {
  for (const documentOf of [
    exampleDocument(),
    exampleDocument({ measures: [], fields: [], disagreements: [] }),
  ]) {
    const results = publishable(documentOf);
    for (const figure of [fieldsFigure(results), healthFigure(results), verdictsFigure(results)]) {
      assert.doesNotMatch(toSvg(figure), /NaN|Infinity|undefined/);
    }
  }
});
