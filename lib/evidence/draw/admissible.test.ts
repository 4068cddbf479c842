import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counted, Evidence, DrawTotals } from '../../contract/evidence';
import type { Drawn } from '../../contract/drawn';
import { MEASURES } from '../../contract/measure-table';
import { ADMISSIBLE, type MeasureClass, measureClass, unitRefusal } from './admissible';
import { estimate } from '../limits/estimate';
import { limitsOf } from '../limits/limits-of-draw';
import { unknownUnits } from '../limits/unknown-units';
import { madeUnknowns } from '../../testing/made-unknowns';
import { testRegion } from '../verdict/test-region';

const PEOPLE = 'people.accounts';

/** One measure of each class, where documents were drawn and each person's number of them is known. */
const byDocuments: Record<MeasureClass, Partial<Counted>> = {
  size: { id: 'documents', drawnAs: 'documents' },
  count: { id: 'documents.kind:device', drawnAs: 'documents' },
  share: { id: 'share.of:documents', unit: 'share', drawnAs: 'documents' },
  'people-size': { id: PEOPLE, drawnAs: PEOPLE },
  'people-count': { id: 'people.with:email', drawnAs: PEOPLE },
  'people-share': { id: 'share.with:email', unit: 'share', drawnAs: PEOPLE },
  'people-uncounted': { id: 'people.with:email', drawnAs: PEOPLE },
  'other-unit': { id: 'devices', drawnAs: 'devices' },
  'file-count': { id: 'documents.twice', drawnAs: 'documents' },
  'input-only': { id: 'oldest-record', drawnAs: null },
};
const byPeople: Partial<Record<MeasureClass, Partial<Counted>>> = {
  size: byDocuments['people-size'],
  count: byDocuments['people-count'],
  share: byDocuments['people-share'],
  'other-unit': byDocuments['other-unit'],
  'file-count': byDocuments['file-count'],
  'input-only': byDocuments['input-only'],
};

const groups = [
  { times: 60, units: 4, of: 4, holders: 1, weightOf: 2, weightHolders: 0.5 },
  { times: 40, units: 4, of: 4, holders: 0, weightOf: 2, weightHolders: 0 },
];
const spreads: Partial<Record<Drawn, DrawTotals>> = {
  'srs-records': { by: 'clusters', largestWeight: 1, groups },
  cluster: { by: 'clusters', largestWeight: 1, groups },
  stratified: {
    by: 'strata',
    strata: [
      { count: 30, of: 200 },
      { count: 30, of: 200 },
    ],
  },
};
const designs: Partial<Record<Drawn, Partial<Evidence>>> = {
  cluster: { clusters: { drawn: 100, frame: 1000 } },
  stratified: {
    strata: [
      { population: 2000, examined: 200 },
      { population: 2000, examined: 200 },
    ],
  },
  'two-captures': { captures: { first: 200, second: 250, both: 50, independent: true } },
};

function evidenceOf(kind: Drawn, unit: string, counts: boolean): Evidence {
  const proven = ADMISSIBLE[kind].count === null || kind === 'two-captures';
  return {
    kind,
    asked: kind,
    unit: proven && kind !== 'census' ? unit : null,
    population: 4000,
    examined: 400,
    proof: proven ? 'checked' : 'none',
    warnings: [],
    whole: true,
    words: { population: 'proof', total: null, drawn: 'proof' },
    ...designs[kind],
    ...(counts && { counts: { people: PEOPLE, whole: true } }),
  };
}

const counted = (given: Partial<Counted>, kind: Drawn): Counted => {
  const totals = spreads[kind];
  return {
    id: 'x',
    title: 'x',
    unit: 'people',
    of: null,
    under: PEOPLE,
    count: 60,
    drawnAs: null,
    ...given,
    outOf: given.unit === 'share' ? 400 : null,
    ...(totals && { totals }),
  };
};

for (const kind of Object.keys(ADMISSIBLE) as Drawn[]) {
  test(`${kind} × every class of measure: refused where it must be, estimated where it can be`, () => {
    for (const [unit, table] of [
      ['documents', byDocuments],
      [PEOPLE, byPeople],
    ] as const) {
      for (const [name, given] of Object.entries(table) as [MeasureClass, Partial<Counted>][]) {
        if (unit === 'documents' && (kind === 'srs-people' || kind === 'two-captures')) continue;
        if (unit === PEOPLE && kind === 'srs-records') continue;
        const evidence = evidenceOf(kind, unit, unit === 'documents' && name !== 'people-uncounted');
        const quantity = counted(given, kind);
        const where = `${kind}, ${unit}, ${name}`;
        if (evidence.unit !== null) assert.equal(measureClass(quantity, evidence), name, where);
        const expected = ADMISSIBLE[kind][name];
        const { refused, value, low, high, method } = estimate(quantity, evidence);
        assert.equal(refused, expected, where);
        assert.equal(unitRefusal(quantity, evidence), expected, where);
        assert.equal(value === null, expected !== null, where);
        if (expected === null && kind !== 'census') {
          const [from, to] = [Number(low), Number(high)];
          assert.ok(from <= Number(value) && Number(value) <= to && from < to && method !== 'none', where);
        }
        if (expected !== null && method === 'none') assert.deepEqual([low, high], [null, null], where);
      }
    }
  });
}

test('what a draw lacks is refused even where its kind could speak', () => {
  const pages = evidenceOf('cluster', 'documents', true);
  const people = counted(byDocuments['people-count'], 'cluster');
  const refused = (more: Partial<Evidence>) => estimate(people, { ...pages, ...more }).refused;
  assert.equal(refused({ clusters: { drawn: 9, frame: 1000 } }), 'FEW_CLUSTERS');
  assert.equal(refused({ population: null }), 'NO_FRAME');
  assert.equal(refused({}), null);
  const share = counted(byDocuments['people-share'], 'cluster');
  assert.equal(
    estimate(share, { ...pages, counts: { people: PEOPLE, whole: false } }).refused,
    'SIZE_BIASED',
  );
  assert.equal(estimate(share, { ...pages, population: null }).refused, 'NO_FRAME');
  const copies = evidenceOf('two-captures', PEOPLE, false);
  const all = counted(byDocuments['people-size'], 'two-captures');
  const {
    refused: why,
    low,
    high,
  } = estimate(all, {
    ...copies,
    captures: { first: 200, second: 250, both: 50, independent: false },
  });
  assert.deepEqual([why, low, high], ['DEPENDENT_CAPTURES', 60, null]);
});

test('a census with documents that could not be read is exact downwards only, and shows no absence', () => {
  const everything = evidenceOf('census', PEOPLE, false);
  const torn = (given: Partial<Counted>): Counted => ({
    ...counted(given, 'census'),
    unknowns: madeUnknowns({ unread: 3 }),
  });
  const { value, low, high } = estimate(torn(byDocuments['people-count']), everything);
  assert.deepEqual([value, low, high], [60, 60, 63]);
  const share = estimate(torn(byDocuments['people-share']), everything);
  assert.deepEqual([share.low, share.high], [60 / 403, 63 / 400]);
  const unknown = unknownUnits({ ...torn(byDocuments['people-count']), count: 0 }, everything);
  const none = { region: { low: null, high: 1 }, count: 0, evidence: everything };
  assert.equal(testRegion({ ...none, unknown }).verdict, 'undecided');
  assert.deepEqual(testRegion({ ...none, unknown }).blocked, ['UNREAD']);
  assert.equal(testRegion(none).verdict, 'supported');
  const some = { region: { low: 1, high: null }, count: 0, evidence: everything };
  assert.equal(testRegion({ ...some, unknown }).verdict, 'undecided');
});

test('verdicts of every design rest on its own limits', () => {
  const cases: [Drawn, string, MeasureClass][] = [
    ['srs-records', 'documents', 'people-count'],
    ['cluster', 'documents', 'people-count'],
    ['cluster', PEOPLE, 'count'],
    ['stratified', PEOPLE, 'count'],
    ['two-captures', PEOPLE, 'size'],
  ];
  for (const [kind, unit, name] of cases) {
    const evidence = evidenceOf(kind, unit, unit === 'documents');
    const quantity = counted(unit === 'documents' ? byDocuments[name] : (byPeople[name] ?? {}), kind);
    const { value, low, high } = estimate(quantity, evidence);
    const verdict = (from: number | null, to: number | null) =>
      testRegion({
        count: 60,
        confirmed: 60,
        evidence,
        region: { low: from, high: to },
        fits: unit === PEOPLE,
        limits: () => limitsOf(quantity, evidence),
      });
    const [at, from, to] = [Number(value), Number(low), Number(high)];
    const where = `${kind}, ${unit}: ${from} to ${to}`;
    assert.equal(verdict(Math.floor(from * 0.8), Math.ceil(to * 1.2)).verdict, 'supported', where);
    assert.equal(verdict(null, Math.floor(from * 0.9)).verdict, 'refuted', where);
    assert.equal(verdict(Math.ceil(to * 1.1), null).verdict, 'refuted', where);
    assert.equal(verdict(at, null).verdict, 'undecided', where);
    assert.equal(verdict(at, at + 1).verdict, 'undecided', where);
  }
});

test('every measure of the table says what a part of the documents can tell of it, and no sample says more', () => {
  const whole = Object.keys(ADMISSIBLE).filter((kind) => kind !== 'census') as Drawn[];
  const told: Record<string, string[]> = { counts: [], grows: [], changes: [] };
  for (const [family, { inPart, unit, drawnAs }] of Object.entries(MEASURES)) {
    told[inPart]?.push(family);
    if (inPart === 'counts') continue;
    const drawn = drawnAs === null ? null : drawnAs === 'documents' ? 'documents' : family;
    for (const kind of whole)
      for (const drawnUnit of ['documents', PEOPLE]) {
        if (kind === 'two-captures' && drawnUnit === 'documents') continue;
        const evidence = evidenceOf(kind, drawnUnit, drawnUnit === 'documents');
        const { value, low, high } = estimate(counted({ id: family, unit, drawnAs: drawn }, kind), evidence);
        // Where nothing is known of the draw, there is at least what was found of what can only grow.
        const least: number | null =
          inPart === 'grows' && ADMISSIBLE[kind]['file-count'] === 'CONVENIENCE' ? 60 : null;
        assert.deepEqual([value, low, high], [null, least, null], `${family}, ${kind}`);
      }
  }
  assert.deepEqual(told['grows'], ['documents.twice']);
  assert.deepEqual(told['changes'], [
    'oldest-record',
    'newest-record',
    'people.linked-l4',
    'people.linked-names',
    'people.households',
    'people.share-only',
    'window',
  ]);
});
