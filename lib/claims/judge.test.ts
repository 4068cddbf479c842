import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureEntry } from '../contract/measure-id';
import type { Hedge } from '../contract/case';
import type { Counted, Evidence } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { ResultClaim, Verdict } from '../contract/results';
import type { PathLook, ReviewAnswer } from '../contract/review';
import type { Truth } from '../contract/truth';
import { estimate } from '../evidence/limits/estimate';
import { judgementInWords } from '../words/reasons/judgement-in-words';
import { judge, type JudgeInput } from './judge';
import { goldenCase } from '../testing/golden-case';
import { madeEvidence } from '../testing/made-evidence';
import { madeUnknowns } from '../testing/made-unknowns';
import { madeField } from '../testing/made-field';

type Judged = ReturnType<typeof judgementInWords>;
const judgeInWords = (input: JudgeInput): Judged => judgementInWords(judge(input));

// The invented case of the golden examples; its disputed field may hold a password or a scrambled one.
const caseFolder = goldenCase();
const DRAW = madeEvidence();
const CENSUS = madeEvidence({ kind: 'census', population: 1_000 });
const UNKNOWN = madeEvidence({ kind: 'unknown', unit: null, population: null, proof: 'none' });
const COUNTS: Record<string, number> = {
  'people.accounts': 1_000,
  'people.with:password': 0,
  'people.with:password-hash': 0,
  'people.with:heart-rate': 4,
  'share.of:northern': 290,
};

interface Setting {
  counts?: Record<string, number>;
  evidence?: Evidence;
  fields?: Field[];
  /** A world: what its truth file, asked to answer, confirms, by measure. */
  truth?: Record<string, number>;
  /** People beside the 1,000 of whom the records do not tell. */
  unknown?: number;
  /** What is not known of every count. */
  account?: Parameters<typeof madeUnknowns>[0];
  /** Instead of the words of the claim on passwords. */
  hedge?: Hedge;
  /** What the ledger takes the thing claimed for, in the same claim. */
  taken?: string;
  /** Who looked at which fields; defaults to somebody, at the disputed one. */
  looks?: PathLook[];
}

function judged({
  counts = {},
  evidence = DRAW,
  fields = [],
  truth,
  unknown = 0,
  account = {},
  hedge,
  taken,
  looks = [],
}: Setting): Judged {
  const claims = caseFolder.claims.map((row) => {
    if (row.id !== 'lamplight-no-passwords') return row;
    const tests = taken === undefined ? row.tests : [{ measure: 'people.with:password', definition: taken }];
    return { ...row, tests, wording: hedge ? { hedge } : row.wording };
  });
  const rows = Object.entries({ ...COUNTS, ...counts }).map(([id, count]): Counted => {
    const share = id.startsWith('share');
    return {
      id,
      title: id,
      unit: share ? 'share' : 'people',
      of: null,
      under: 'people.accounts',
      count,
      outOf: share ? 1_000 : null,
      drawnAs: 'people.accounts',
      unknowns: madeUnknowns(account),
    };
  });
  const known = rows.find(({ id }) => id === 'share.of:northern') as Counted;
  const all = { ...known, id: 'share.of-all:northern', outOf: 1_000 + unknown };
  const upper = { ...all, count: (known.count ?? 0) + unknown };
  const counted = unknown > 0 ? [...rows, { ...all, upper }] : rows;
  const measures = counted.map((quantity) => estimate(quantity, evidence));
  const answers = Object.entries(truth ?? {}).flatMap(([measure, yes]) =>
    Array.from({ length: counts[measure] ?? 0 }, (_, i): ReviewAnswer => {
      const place = { measure, part: 0, line: i + 1, by: 'truth', on: '2019-12-27' };
      return { ...place, answer: i < yes ? 'yes' : 'no' };
    }),
  );
  return judgeInWords({
    case: { ...caseFolder, claims },
    counted,
    measures,
    evidence,
    fields,
    truth: truth ? ({} as Truth) : null,
    looks: fields === disputed ? disputed.map(({ entry }) => looked(entry.path)) : looks,
    review: { schema: 'breachscope/review@1', commitment: '0'.repeat(64), from: 'truth', answers },
  });
}

function claim({ claims }: Judged, id: string): ResultClaim {
  return claims.find((row) => row.id === id) as ResultClaim;
}

const disputed = [
  madeField(
    'password',
    {},
    {
      definitions: [
        { category: 'password', because: 'the sign-in page calls it so' },
        { category: 'password-hash', because: 'its values all have one length' },
      ],
    },
  ),
];

test('absence in a random draw stays open and says how many can have it', () => {
  const row = claim(judged({}), 'lamplight-no-passwords');
  assert.equal(row.verdict, 'undecided');
  assert.equal(
    row.because,
    'Nobody among the 1,000 people examined was found with a password or a hashed password; at 95 % confidence at most 182 of the ' +
      '50,000 can have any one of these, but a sample can never show that nobody has.',
  );
  assert.match(row.wouldSettle ?? '', /^Everything on the server/);
});

test('absence in everything is backed, and presence contradicted', () => {
  const row = judged({ evidence: CENSUS });
  assert.equal(claim(row, 'lamplight-no-passwords').verdict, 'supported');
  assert.equal(claim(row, 'finder-passwords').verdict, 'refuted');
  assert.equal(row.disagreements[0]?.outcome, 'b-right');
});

test('presence counts by itself when many have it, however the input was drawn', () => {
  for (const evidence of [DRAW, CENSUS, UNKNOWN]) {
    const row = judged({ evidence, counts: { 'people.with:password': 200 } });
    assert.equal(claim(row, 'finder-passwords').verdict, 'supported', evidence.kind);
    assert.equal(claim(row, 'lamplight-no-passwords').verdict, 'refuted', evidence.kind);
    assert.equal(row.disagreements[0]?.outcome, 'a-right', evidence.kind);
  }
});

test('a few finds need a review, in a world too; its truth answers only where it is asked to', () => {
  const counts = { 'people.with:password': 3 };
  const alone = claim(judged({ counts }), 'finder-passwords');
  assert.deepEqual([alone.verdict, alone.flags], ['undecided', ['needs-review']]);
  const world = claim(judged({ counts, truth: {} }), 'finder-passwords');
  assert.deepEqual([world.verdict, world.reviewed], ['undecided', null]);
  const confirmed = claim(judged({ counts, truth: { 'people.with:password': 3 } }), 'finder-passwords');
  assert.equal(confirmed.verdict, 'supported');
  assert.deepEqual(confirmed.reviewed, {
    by: 'truth',
    reviewers: 0,
    confirmed: 3,
    rejected: 0,
    planted: 0,
    disagreed: 0,
  });
  const wrong = claim(judged({ counts, truth: { 'people.with:password': 0 } }), 'finder-passwords');
  assert.equal(wrong.verdict, 'undecided');
});

test('passwords that only a detector found show nothing, however many, until somebody looked at their field', () => {
  const counts = { 'people.with:password': 800 };
  const fields = [madeField('password')];
  for (const evidence of [DRAW, CENSUS, UNKNOWN]) {
    const alone = judged({ counts, fields, evidence });
    assert.equal(claim(alone, 'lamplight-no-passwords').verdict, 'undecided', evidence.kind);
    assert.deepEqual(claim(alone, 'finder-passwords').flags, ['needs-review'], evidence.kind);
    const looks = [looked('password')];
    assert.equal(claim(judged({ counts, fields, evidence, looks }), 'finder-passwords').verdict, 'supported');
    const other = judged({ counts, fields, evidence, looks: [looked('nickname')] });
    assert.equal(claim(other, 'finder-passwords').verdict, 'undecided');
  }
});

function looked(path: string): PathLook {
  return { kind: 'k0', path, cannot: [], holds: 'password', by: 'ada', on: '2019-12-27' };
}

test('no sentence on a real input says a count below ten', () => {
  const counts = {
    'people.with:password': 7,
    'people.with:password-hash': 7,
    'people.with:heart-rate': 7,
    'share.of:northern': 7,
  };
  for (const evidence of [DRAW, CENSUS, UNKNOWN]) {
    const { claims, disagreements } = judged({ counts, evidence });
    for (const text of [
      ...claims.flatMap((row) => [row.because, ...row.tests.map((each) => each.because)]),
      ...disagreements.map((row) => row.because),
    ]) {
      assert.doesNotMatch(text.replaceAll('fewer than 10', ''), /\b7\b|0\.7 %/, text);
    }
  }
  assert.match(claim(judged({ counts, truth: {} }), 'finder-passwords').because, /^7 of the/);
});

test('the size of the population that was drawn from cannot be checked by the draw', () => {
  const row = claim(judged({}), 'finder-users');
  assert.equal(row.verdict, 'not-testable');
  assert.match(row.because, /that number went into the draw/);
});

test('an input of unknown draw decides no number', () => {
  const row = judged({ evidence: UNKNOWN });
  assert.equal(claim(row, 'finder-share').verdict, 'not-testable');
  assert.equal(claim(row, 'finder-users').verdict, 'not-testable');
});

test('a number is decided by everything, and by a draw when it lies far off', () => {
  assert.equal(
    claim(judged({ evidence: CENSUS, counts: { 'share.of:northern': 300 } }), 'finder-share').verdict,
    'supported',
  );
  assert.equal(claim(judged({ counts: { 'share.of:northern': 500 } }), 'finder-share').verdict, 'refuted');
  const open = claim(
    judged({ evidence: { ...DRAW, population: 2_400_000 }, counts: { 'share.of:northern': 300 } }),
    'finder-share',
  );
  assert.equal(open.verdict, 'undecided');
  assert.match(open.wouldSettle ?? '', /^A random draw of about [\d,]+ of the 2.4 million people/);
});

test('readings that end differently leave a claim open and are all told', () => {
  // 30.9 % lies outside 29.5 to 30.5 % and inside 29 to 31 %.
  const row = claim(judged({ evidence: CENSUS, counts: { 'share.of:northern': 309 } }), 'finder-share');
  assert.deepEqual(row.tests[0]?.readings, {
    strict: 'refuted',
    conventional: 'refuted',
    lenient: 'supported',
  });
  assert.deepEqual([row.verdict, row.flags], ['undecided', ['reading-dependent']]);
  assert.match(
    row.because,
    /contradicted when taken strictly or in the usual way .* and backed when taken loosely/,
  );
});

test('no evidence, not aware, never collected and no plans are no denials: records say what they hold and decide nothing', () => {
  const words = {
    'no-evidence': 'No evidence',
    'not-aware': 'unaware',
    'never-collected': 'stored',
    'no-plans': 'plans',
  };
  for (const [hedge, word] of Object.entries(words) as [Hedge, string][]) {
    for (const evidence of [CENSUS, DRAW, UNKNOWN]) {
      for (const count of [0, 4, 900]) {
        const row = claim(
          judged({ hedge, evidence, counts: { 'people.with:password': count } }),
          'lamplight-no-passwords',
        );
        assert.deepEqual([row.verdict, row.wouldSettle], ['not-testable', null]);
        assert.match(row.because, new RegExp(`\\. .*${word}.*\\.$`));
      }
    }
  }
  const held = judged({ hedge: 'no-evidence', evidence: CENSUS, counts: { 'people.with:password': 900 } });
  assert.equal(
    claim(held, 'lamplight-no-passwords').because,
    'Of the 1,000 people examined, 900 have a password and none a hashed password. No evidence is not a denial: what the party ' +
      'knew, records cannot show.',
  );
});

test('what the ledger takes the thing claimed for is told with the reason', () => {
  const taken = 'taking every token for a password';
  const row = claim(
    judged({ taken, evidence: CENSUS, counts: { 'people.with:password': 900 } }),
    'lamplight-no-passwords',
  );
  assert.equal(row.verdict, 'refuted');
  assert.match(
    row.because,
    /^Taking every token for a password, 900 of the 1,000 people examined have a password/,
  );
});

test('a small number has no strict reading', () => {
  const row = claim(
    judged({
      evidence: CENSUS,
      counts: { 'people.with:heart-rate': 1 },
      truth: { 'people.with:heart-rate': 1 },
    }),
    'finder-few',
  );
  assert.deepEqual(row.tests[0]?.readings, {
    strict: 'not-testable',
    conventional: 'supported',
    lenient: 'supported',
  });
  assert.deepEqual([row.verdict, row.flags], ['supported', ['vague']]);
});

test('a small number is one of people, however many documents were drawn', () => {
  const documents = madeEvidence({ kind: 'srs-records', unit: 'documents', population: 900_000_000 });
  const few = (evidence: Evidence) =>
    claim(judged({ evidence }), 'finder-few').tests.map(({ taken }) => [taken.conventional, taken.lenient]);
  // The case says 50,000 people, and that is a party's word.
  assert.deepEqual(few(documents), [[null, null]]);
  assert.deepEqual(few(madeEvidence({ population: 200_000 })), [['at most 200', 'at most 2,000']]);
  assert.deepEqual(few(madeEvidence({ population: 200_000, proof: 'none' })), [[null, null]]);
});

test('a disputed field is counted and left out, and what it is taken for decides', () => {
  const counts = {
    'people.with:password': 200,
    'people.with-certain:password': 0,
    'people.with:password-hash': 200,
    'people.with-certain:password-hash': 0,
  };
  const all = judged({ counts, fields: disputed });
  const row = claim(all, 'finder-passwords');
  assert.equal(row.verdict, 'disputed-definition');
  assert.deepEqual(
    row.tests.map(({ measure, definition, verdict }) => [measure, definition, verdict]),
    [
      ['people.with:password', 'taking the field "secret" for a password', 'supported'],
      [
        'people.with-certain:password',
        'taking the field "secret" for a hashed password instead',
        'undecided',
      ],
    ],
  );
  assert.match(
    row.because,
    /^It depends what is meant: taking the field "secret" for a password, 200 of the/,
  );
  assert.equal(all.disagreements[0]?.outcome, 'both-by-definition');
  // Where the undisputed paths alone decide, nothing is disputed.
  const certain = { ...counts, 'people.with-certain:password': 150 };
  assert.equal(claim(judged({ counts: certain, fields: disputed }), 'finder-passwords').verdict, 'supported');
});

test('chance must satisfy all claims together: a number that one test alone would rule out stays open', () => {
  const file = { ...caseFolder.file, disagreements: [] };
  const alone = { ...caseFolder, file, claims: caseFolder.claims.filter(({ id }) => id === 'finder-share') };
  const counted: Counted[] = [
    {
      id: 'share.of:northern',
      title: '',
      unit: 'share',
      of: null,
      under: 'people.accounts',
      count: 338,
      outOf: 900,
      drawnAs: 'people.accounts',
    },
  ];
  const one = (count: number, file: typeof caseFolder, others: Counted[]) =>
    claim(
      judgeInWords({
        case: file,
        measures: [],
        evidence: DRAW,
        fields: [],
        truth: null,
        counted: [{ ...(counted[0] as Counted), count }, ...others],
      }),
      'finder-share',
    ).tests[0]?.readings.conventional;
  const others = Object.entries(COUNTS)
    .filter(([id]) => measureEntry(id)?.unit === 'people')
    .map(([id, count]): Counted => ({ ...(counted[0] as Counted), id, unit: 'people', outOf: null, count }));
  const nearest = [...Array(100).keys()]
    .map((i) => 280 + i)
    .find((count) => one(count, alone, []) === 'refuted');
  assert.ok(nearest !== undefined);
  assert.equal(one(nearest, caseFolder, others), 'undecided');
  assert.equal(one(nearest + 40, caseFolder, others), 'refuted');
});

test('claims that no record can show say why, and what would', () => {
  const row = claim(judged({}), 'lamplight-window');
  assert.deepEqual([row.basis, row.verdict], ['outside', 'not-testable']);
  assert.match(row.because, /^Dates inside records/);
  assert.match(row.wouldSettle ?? '', /firewall/);
});

test('questions are asked while one of their claims is open', () => {
  assert.deepEqual(
    judged({}).questions.map(({ party, claims }) => [party, claims]),
    [['Lamplight', ['lamplight-window']]],
  );
});

test('a share that holds among those the records tell of is not said of all', () => {
  const everybody = { ...CENSUS, population: 1_100, examined: 1_100 };
  const counts = { 'share.of:northern': 300 };
  const told = claim(judged({ evidence: CENSUS, counts }), 'finder-share');
  assert.deepEqual([told.verdict, told.tests.length], ['supported', 1]);
  const row = claim(judged({ evidence: everybody, counts, unknown: 100 }), 'finder-share');
  assert.equal(row.verdict, 'disputed-definition');
  assert.deepEqual(
    row.tests.map(({ measure, verdict }) => [measure, verdict]),
    [
      ['share.of:northern', 'supported'],
      ['share.of-all:northern', 'undecided'],
    ],
  );
  assert.match(
    row.because,
    /^It depends what is meant: counted among the people with .*; counted among all people, /,
  );
  assert.match(row.because, /100 more have no .* in the records, so that it may be up to 36\.4 %/);
  assert.match(row.wouldSettle ?? '', /^Of whom the share is meant to be/);
  const far = claim(
    judged({ evidence: everybody, counts: { 'share.of:northern': 500 }, unknown: 100 }),
    'finder-share',
  );
  assert.equal(far.verdict, 'refuted');
});

test('a claim that is open under each definition, for another reason, is told under each', () => {
  const row = claim(
    judged({ evidence: DRAW, counts: { 'share.of:northern': 305 }, unknown: 100 }),
    'finder-share',
  );
  assert.equal(row.verdict, 'undecided');
  assert.match(
    row.because,
    /^Whichever is meant, the records do not decide it: counted among the people with .*; counted among all people, /,
  );
  assert.match(
    row.wouldSettle ?? '',
    /^Counted among the people with .*: everything on the server, .*; counted among all people: what the party that ran the server knows/,
  );
});

test('every test of a claim says what a review found of the records that it rests on', () => {
  const counts = { 'people.with:password': 3, 'people.with:password-hash': 5 };
  const truth = { 'people.with:password': 3, 'people.with:password-hash': 1 };
  const { tests, reviewed } = claim(judged({ counts, truth }), 'lamplight-no-passwords');
  assert.deepEqual(
    tests.map(({ measure, reviewed: own }) => [measure, own?.confirmed, own?.rejected]),
    [
      ['people.with:password', 3, 0],
      ['people.with:password-hash', 1, 4],
    ],
  );
  assert.deepEqual(reviewed, tests[0]?.reviewed);
});

// What is unknown, and what a denial of everything then comes to: verdict, its words, what settles it.
const ACCOUNTS: [string, Setting['account'], Verdict, RegExp, RegExp][] = [
  ['nothing', {}, 'supported', /everything was examined, if the total in the proof is right\.$/, /^null$/],
  [
    'documents without a person',
    { nobodys: 20_000 },
    'undecided',
    /^20,000 documents hold a password; whose they are could not be told.*20,000 documents that hold it do not say whose they are, so it is not decided\.$/,
    /^Records that say whose these documents are$/,
  ],
  [
    'documents that could not be read',
    { unread: 8 },
    'undecided',
    /but 8 documents could not be read, so it is not decided\.$/,
    /^A look into the 8 documents that could not be read$/,
  ],
  [
    'so few of so many that they may be left out',
    { unread: 8, few: true },
    'supported',
    /everything was examined but 8 documents that could not be read, in which its name does not stand, if the total in the proof is right\.$/,
    /^null$/,
  ],
  [
    'a part that broke off',
    { unread: null },
    'undecided',
    /part of the data could not be read, and how much was in it is not known/,
    /^The part of the data that could not be read$/,
  ],
  [
    'fields that nobody looked at',
    { opaque: 900 },
    'undecided',
    /nobody has looked at one field that could hold it/,
    /^A look at the one field that could hold it: .* review /,
  ],
];
for (const [name, account, verdict, because, settles] of ACCOUNTS) {
  test(`a denial in a checked census: ${name}`, () => {
    const row = claim(judged({ evidence: CENSUS, account }), 'lamplight-no-passwords');
    assert.equal(row.verdict, verdict);
    assert.match(row.because, because);
    assert.match(String(row.wouldSettle), settles);
    assert.doesNotMatch(account?.nobodys ? row.because : '', /nobody|none/i);
    if (account?.few) {
      assert.equal(row.tests[0]?.readings.strict, 'undecided');
      assert.ok(row.flags.includes('but-unread'));
    }
  });
}
