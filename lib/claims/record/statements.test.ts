import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case, Claim } from '../../contract/case';
import { claimReasonWords } from '../../words/reasons/claim-reason-words';
import { publicRecordWords } from '../../words/reasons/public-record-words';
import { settlesWords } from '../../words/reasons/settles-words';
import { durationSaid } from './durations';
import { judgeStatement } from './judge-statement';
import { publicRecord } from './public-record';
import { goldenCase } from '../../testing/golden-case';

const golden = goldenCase();
const SOURCES = ['first', 'second', 'third'].map((id) => ({
  id,
  publisher: `The ${id} paper`,
  date: '2021-03-12',
  url: 'https://example.org/',
  read: '2021-04-01',
  confidence: 'high',
}));

/** A claim of the invented case's vendor, with what a test needs. */
function said(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    party: 'lamplight',
    date: '2021-03-11',
    subject: 'exposure window',
    said: `Lamplight said ${id}.`,
    wording: null,
    tests: [],
    testability: 'public',
    sources: ['first'],
    restates: [],
    contradicts: [],
    replaces: [],
    ...more,
  };
}

function caseOf(...claims: Claim[]): Case {
  const file = { ...golden.file, silences: [], disagreements: [] };
  return { ...golden, file, claims, sources: SOURCES };
}

/** A judgement with its sentences. */
function inWords({ verdict, reason, settles }: ReturnType<typeof judgeStatement>) {
  return { verdict, because: claimReasonWords(reason), wouldSettle: settles && settlesWords(settles) };
}

const DATES = { from: '2019-12-04', to: '2019-12-26' };
const CLOCK = { from: '2019-12-26T09:21:00-08:00', to: '2019-12-26T09:35:00-08:00' };

/** Whether a length that was said agrees with a span of time; null where nothing can be said. */
function agrees(value: number | undefined, unit: string, dates: object, hedge = 'exactly'): boolean | null {
  const wording = { hedge, value, unit, dates } as unknown as Claim['wording'];
  const claim = said('a length', { wording });
  return durationSaid(claim, caseOf(claim))?.agrees ?? null;
}

test('a length agrees with its dates elapsed or with both days counted, in every unit, and with no other', () => {
  const days = [20, 21, 22, 23, 24].map((value) => agrees(value, 'days', DATES));
  assert.deepEqual(days, [false, false, true, true, false]);
  assert.deepEqual(
    [13, 14, 15].map((value) => agrees(value, 'minutes', CLOCK)),
    [false, true, false],
  );
  const halfDay = { from: '2019-12-26T09:00:00Z', to: '2019-12-26T21:00:00Z' };
  assert.deepEqual(
    [11, 12, 13].map((value) => agrees(value, 'hours', halfDay)),
    [false, true, false],
  );
  // An instant has one length: nobody counts both of its ends.
  assert.equal(agrees(36, 'hours', { ...halfDay, to: '2019-12-27T21:00:00Z' }), true);
  assert.equal(agrees(60, 'hours', { ...halfDay, to: '2019-12-27T21:00:00Z' }), false);
  const threeWeeks = { from: '2019-12-01', to: '2019-12-22' };
  assert.deepEqual(
    [2, 3, 4].map((value) => agrees(value, 'weeks', threeWeeks, 'bare')),
    [false, true, false],
  );
  const year = { from: '2019-01-01', to: '2019-12-01' };
  assert.deepEqual(
    [9, 11, 12].map((value) => agrees(value, 'months', year, 'bare')),
    [false, true, false],
  );
  // "Up to" has no lower end that matters, "over" no upper one.
  assert.deepEqual([agrees(30, 'days', DATES, 'up-to'), agrees(10, 'days', DATES, 'up-to')], [true, false]);
  assert.deepEqual([agrees(10, 'days', DATES, 'over'), agrees(30, 'days', DATES, 'over')], [true, false]);
});

test('without a number, a unit of time or both ends nothing is said of a length', () => {
  assert.equal(agrees(undefined, 'days', DATES), null);
  assert.equal(agrees(22, 'people', DATES), null);
  assert.equal(agrees(22, 'days', { from: '2019-12-04' }), null);
  assert.equal(agrees(22, 'days', { to: '2019-12-26' }), null);
});

test('a length is judged by its own dates, else by those of the claim that it restates', () => {
  const window = said('the window', { wording: { hedge: 'exactly', dates: DATES } });
  const length = (value: number): Claim =>
    said('a length', {
      party: 'gazette',
      restates: ['the window'],
      wording: { hedge: 'exactly', value, unit: 'days' },
    });
  const of = (claim: Claim) => inWords(judgeStatement(claim, caseOf(window, claim)));
  assert.deepEqual([of(length(22)).verdict, of(length(21)).verdict], ['supported', 'refuted']);
  assert.match(
    of(length(22)).because,
    /^The dates named by Lamplight, 4 to 26 December 2019, .*"22 days" agrees with them/,
  );
  assert.match(of(length(21)).because, /"21 days" does not agree with them/);
  const own = { ...length(22), wording: { ...length(22).wording, dates: DATES } } as Claim;
  assert.match(of(own).because, /^The dates, 4 to 26 December 2019, /);
});

test('a report is backed by a source that is not its own, a statement by two', () => {
  const statement = said('something', { sources: ['first', 'second'] });
  const report = (sources: string[]) =>
    said('a report', { party: 'gazette', restates: ['something'], sources });
  const of = (claim: Claim, ...others: Claim[]) => inWords(judgeStatement(claim, caseOf(claim, ...others)));
  assert.deepEqual(of(statement), {
    verdict: 'supported',
    wouldSettle: null,
    because: 'That this was said is on record in more than one source: The first paper and The second paper.',
  });
  assert.equal(of({ ...statement, sources: ['first'] }).verdict, 'not-testable');
  assert.equal(of({ ...statement, sources: ['first'] }).wouldSettle, 'The statement itself');
  assert.equal(of({ ...statement, sources: ['first'], wouldSettle: 'The tape.' }).wouldSettle, 'The tape.');
  assert.deepEqual(of(report(['second']), statement), {
    verdict: 'supported',
    wouldSettle: null,
    because: 'That this was said is on record in another source: The first paper.',
  });
  assert.equal(of(report(['first', 'second']), statement).verdict, 'not-testable');
});

const findings = (...claims: Claim[]) =>
  publicRecord(caseOf(...claims)).map(({ subject, reason, claims: ids }) => ({
    subject,
    finding: publicRecordWords(reason),
    claims: ids,
  }));

test('statements that took the place of others are told from the first to the last', () => {
  const changed = findings(
    said('two servers', { date: '2021-03-14', replaces: ['one server'] }),
    said('no server', { date: '2021-03-20', replaces: ['two servers'] }),
    said('one server', { date: '2021-03-11' }),
  );
  assert.deepEqual(changed, [
    {
      subject: 'exposure window',
      finding:
        'What Lamplight said about the exposure window changed: on 11 March 2021, Lamplight said one server; ' +
        'on 14 March 2021, Lamplight said two servers; on 20 March 2021, Lamplight said no server.',
      claims: ['one server', 'two servers', 'no server'],
    },
  ]);
});

test('subjects take their article, names and questions none', () => {
  const about = (subject: string) =>
    findings(said('one', { subject }), said('two', { subject, date: '2021-03-14', replaces: ['one'] }))[0]
      ?.finding;
  assert.match(about('number of servers') ?? '', /about the number of servers changed/);
  for (const subject of ['how it happened', 'Alibaba Cloud', 'transfers to China'])
    assert.match(about(subject) ?? '', new RegExp(`about ${subject} changed`));
});

test('statements that exclude each other are told once, with what would reconcile them', () => {
  const first = said('a mistake', { party: 'finder', date: '2021-03-10' });
  const second = (more: Partial<Claim>) => said('no mistake', { contradicts: ['a mistake'], ...more });
  assert.deepEqual(findings(first, second({ unless: 'both are part of the cause' })), [
    {
      subject: 'exposure window',
      finding:
        'As they are worded, these do not fit together, unless both are part of the cause: Lamplight said a mistake ' +
        '(10 March 2021); Lamplight said no mistake (11 March 2021).',
      claims: ['a mistake', 'no mistake'],
    },
  ]);
  assert.match(findings(first, second({}))[0]?.finding ?? '', /do not fit together: /);
  // Records, not the record, decide these; a retelling adds nothing to its original.
  assert.deepEqual(findings(first, second({ testability: 'records' })), []);
  assert.deepEqual(findings({ ...first, testability: 'records' }, second({})), []);
  assert.deepEqual(findings(first, second({ original: 'a mistake' })), []);
  assert.equal(findings(first, second({ testability: 'outside' })).length, 1);
});

test('dates that exclude those of another are told under the claim that all of them contradict', () => {
  const dated = (id: string, party: string, dates: object, more: Partial<Claim> = {}): Claim =>
    said(id, { party, wording: { hedge: 'exactly', dates }, ...more });
  const window = dated('window', 'lamplight', DATES);
  const late = dated(
    'late',
    'gazette',
    { from: '2019-12-04', to: '2019-12-27' },
    { contradicts: ['window'] },
  );
  assert.deepEqual(
    findings(window, late).map(({ finding, claims }) => [finding, claims]),
    [
      [
        'Lamplight named 4 to 26 December 2019; The Gazette 4 to 27 December 2019. If they speak of the same thing, at ' +
          'most one of these can be right.',
        ['window', 'late'],
      ],
    ],
  );
  const first = dated('first', 'gazette', { from: '2019-12-14' }, { contradicts: ['window'] });
  assert.match(findings(window, first)[0]?.finding ?? '', /The Gazette 14 December 2019 as the first day\./);
  const last = dated(
    'last',
    'gazette',
    { to: '2019-12-24' },
    { contradicts: ['window'], unless: 'it means another server' },
  );
  assert.match(
    findings(window, last)[0]?.finding ?? '',
    /The Gazette 24 December 2019 as the last day\. .* can be right, unless, for The Gazette, it means another server\.$/,
  );
  // The same dates exclude nothing, and a claim that contradicts dated ones itself is told under those.
  assert.deepEqual(findings(window, dated('same', 'gazette', DATES, { contradicts: ['window'] })), []);
  const chained = dated(
    'chained',
    'finder',
    { from: '2019-12-06', to: '2019-12-27' },
    { contradicts: ['late'] },
  );
  assert.deepEqual(
    findings(window, late, chained).map(({ claims }) => claims),
    [['window', 'late']],
  );
});
