import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case, Claim, Hedge } from '../../contract/case';
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
  const fits = durationSaid(claim, caseOf(claim))?.own.fits;
  return fits === undefined ? null : fits !== 'neither';
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

/** A length of so many days, said of the window of 4 to 26 December, beside other claims. */
function lengthBeside(value: number, ...others: Claim[]) {
  const window = said('the window', { wording: { hedge: 'exactly', dates: DATES } });
  const wording: Claim['wording'] = { hedge: 'exactly', value, unit: 'days' };
  const claim = said('a length', { party: 'gazette', restates: ['the window'], wording });
  return inWords(judgeStatement(claim, caseOf(window, claim, ...others)));
}

test('lengths that exclude each other are never both backed: each says in which way of counting it fits', () => {
  assert.deepEqual(
    [21, 22, 23, 24].map((value) => lengthBeside(value).verdict),
    ['refuted', 'disputed-definition', 'disputed-definition', 'refuted'],
  );
  assert.deepEqual(lengthBeside(22), {
    verdict: 'disputed-definition',
    because:
      'By the dates that Lamplight named, 4 to 26 December 2019, it was 22 days, or 23 with the first and the last day ' +
      'both counted; 22 days fits the first and not the second. Whose dates are right is another question.',
    wouldSettle: 'When it began and when it ended, to the hour, from the history of the server’s firewall',
  });
  assert.match(lengthBeside(23).because, /23 days fits the second and not the first/);
  assert.match(lengthBeside(21).because, /21 days fits neither/);
});

test('a length is judged by its own dates, else by those of the claim that it restates', () => {
  const own = { ...CLOCK };
  const claim = said('minutes', { wording: { hedge: 'bare', value: 14, unit: 'minutes', dates: own } });
  assert.deepEqual(inWords(judgeStatement(claim, caseOf(claim))), {
    verdict: 'supported',
    because:
      'By its own dates, 9:21 to 9:35 on 26 December 2019, it was 14 minutes; 14 minutes fits. ' +
      'Whose dates are right is another question.',
    wouldSettle: null,
  });
});

test('where others name other dates, a length is decided only if it fits all of them or none', () => {
  const other = (from: string, to: string) =>
    said(`other ${from}`, {
      party: 'finder',
      wording: { hedge: 'bare', dates: { from, to } },
      contradicts: ['the window'],
    });
  const later = other('2019-12-04', '2019-12-27');
  assert.equal(lengthBeside(21, later).verdict, 'refuted');
  assert.equal(lengthBeside(24, later).verdict, 'disputed-definition');
  assert.match(
    lengthBeside(24, later).because,
    /24 days fits neither\. Of other dates it fits in one way of counting those of Finder\./,
  );
  const weeks = (...others: Claim[]) => {
    const window = said('the window', { wording: { hedge: 'bare', dates: DATES } });
    const wording: Claim['wording'] = { hedge: 'bare', value: 3, unit: 'weeks' };
    const claim = said('three weeks', { restates: ['the window'], wording });
    return inWords(judgeStatement(claim, caseOf(window, claim, ...others)));
  };
  assert.equal(weeks(later).verdict, 'supported');
  assert.match(weeks(later).because, /three weeks fits both\. Of other dates it fits those of Finder\./);
  assert.equal(weeks(other('2019-12-14', '2019-12-26')).verdict, 'disputed-definition');
});

test('a statement gets no verdict: it is on record in its party’s own words, in several sources, or in one', () => {
  const of = (claim: Claim, ...others: Claim[]) => {
    const judged = judgeStatement(claim, caseOf(claim, ...others));
    return { record: judged.onRecord, ...inWords(judged) };
  };
  const statement = said('something', { sources: ['first', 'second'] });
  assert.deepEqual(of(statement), {
    verdict: null,
    record: { code: 'several-sources', publishers: ['The first paper', 'The second paper'] },
    because:
      'Reported by The first paper and The second paper, perhaps from one origin. Its truth is not judged.',
    wouldSettle: 'The statement itself',
  });
  const quoted = of({ ...statement, ownWords: ['second'] });
  assert.deepEqual(quoted.record, { code: 'own-words', publishers: ['The second paper'] });
  assert.deepEqual(
    [quoted.because, quoted.wouldSettle],
    ['The words of Lamplight are on record: The second paper. Its truth is not judged.', null],
  );
  const one = of({ ...statement, sources: ['first'] });
  assert.deepEqual(one.record, { code: 'one-source', publishers: ['The first paper'] });
  assert.equal(
    one.because,
    'Of the sources used here, only The first paper reports that this was said. Its truth is not judged.',
  );
});

test('a report needs the words of the party that it reports, and is never judged for their truth', () => {
  const denial = said('nothing there', { wording: { hedge: 'none' }, sources: ['first', 'second'] });
  const report = (hedge: Hedge, sources = ['third']) =>
    said('a report', { party: 'gazette', restates: ['nothing there'], wording: { hedge }, sources });
  const of = (claim: Claim, told: Claim) => {
    const { verdict, onRecord: record } = judgeStatement(claim, caseOf(claim, told));
    assert.equal(verdict, null);
    return record;
  };
  const owned = { ...denial, ownWords: ['first'] };
  assert.deepEqual(of(report('none'), owned), { code: 'own-words', publishers: ['The first paper'] });
  assert.deepEqual(of(report('none'), denial), {
    code: 'several-sources',
    publishers: ['The first paper', 'The second paper'],
  });
  // A report is no source beside itself.
  assert.deepEqual(of(report('none', ['first', 'second']), owned), {
    code: 'one-source',
    publishers: ['The first paper', 'The second paper'],
  });
  const weaker = { ...owned, wording: { hedge: 'no-evidence' } as const };
  const hardened = judgeStatement(report('none'), caseOf(report('none'), weaker));
  assert.deepEqual(hardened.onRecord, { code: 'other-words', publishers: ['The first paper'] });
  assert.equal(
    claimReasonWords(hardened.reason),
    'It is not on record in these words. On record is: Lamplight said nothing there.',
  );
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
