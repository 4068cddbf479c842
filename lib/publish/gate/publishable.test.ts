import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Count, PrivateResults, ResultField, ResultMeasure, Results } from '../../contract/results';
import { randomsOf } from '../../testing/randoms-of';
import { publishable } from './publishable';
import {
  exampleClaim,
  exampleDocument,
  exampleField,
  exampleInput,
  exampleMeasure,
} from '../testing/example-document';

const measure = (results: Results, id: string) => results.measures.find((row) => row.id === id);

test('people counts from 1 to 9 become <10, and everything that gives them back is withheld', () => {
  const results = publishable(exampleDocument());
  const health = measure(results, 'people.with-any:health');
  assert.deepEqual(
    [health?.inFile, health?.value, health?.low, health?.high, health?.numerator, health?.examined],
    ['<10', 'withheld', 'withheld', 'withheld', '<10', 5000],
  );
  const share = measure(results, 'share.with-any:health');
  assert.deepEqual(
    [share?.inFile, share?.value, share?.numerator, share?.examined],
    ['withheld', 'withheld', '<10', 5000],
  );
});

test('a join hides small counts, hidden counts of people and how few values it leaves out; its names go through the gate', () => {
  const join = { from: 'scale: j.doe', to: 'account: account_id', ground: 'names', ambiguous: 0 } as const;
  const told = (values: number, matched: number, ambiguous = 0) =>
    publishable(
      exampleDocument({
        joins: [{ ...join, values, matched, ambiguous, standing: 'used', over: ['scale: account_id'] }],
      }),
    ).joins.map((each) => [each.values, each.matched, each.ambiguous]);
  assert.deepEqual(told(3, 3), [['<10', '<10', 0]]);
  assert.deepEqual(told(500, 494), [[500, 'withheld', 0]]);
  assert.deepEqual(told(500, 500, 4), [[500, 500, '<10']]);
  assert.deepEqual(told(7000, 4996), [['withheld', 'withheld', 0]]);
  const [shown] = publishable(
    exampleDocument({
      fields: [exampleField('["j.doe@example.org"]', 'unknown')],
      joins: [
        {
          ...join,
          from: 'account: ["j.doe@example.org"]',
          values: 50,
          matched: 40,
          standing: 'used',
          over: [],
        },
      ],
    }),
  ).joins;
  assert.doesNotMatch(shown?.from ?? '', /doe/);
});

test('zero is said, and its upper limit stays', () => {
  const none = measure(publishable(exampleDocument()), 'people.with:password');
  assert.deepEqual([none?.inFile, none?.low, none?.high], [0, 0, 299]);
});

test('a people count whose complement is 1 to 9 is withheld', () => {
  const email = measure(publishable(exampleDocument()), 'people.with:email');
  assert.deepEqual([email?.inFile, email?.value, email?.low], ['withheld', 'withheld', 'withheld']);
});

test('a range so near its count that it says how few were joined is withheld, wherever it stands', () => {
  const linked = (range: [number, number], withoutDevices: number) => {
    const document = exampleDocument();
    const [accounts] = document.people;
    assert.ok(accounts);
    const id = 'people.linked-l4';
    document.people.push({
      ...accounts,
      id,
      main: false,
      count: 4800,
      low: range[0],
      high: range[1],
      range,
      links: { limit: 8, cut: 0, withoutLimit: range[0], withoutDevices },
    });
    document.measures.push(exampleMeasure(id, 4800, { low: range[0], high: range[1] }));
    const results = publishable(document);
    const row = results.people.find((each) => each.id === id);
    const { low, high } = measure(results, id) ?? {};
    return [row?.range, row?.low, row?.high, row?.links?.withoutLimit, row?.links?.withoutDevices, low, high];
  };
  const far = [[4700, 4900], 4700, 4900, 4700, 4900, 4700, 4900];
  assert.deepEqual(linked([4700, 4900], 4900), far);
  const near = [
    ['withheld', 'withheld'],
    'withheld',
    'withheld',
    'withheld',
    'withheld',
    'withheld',
    'withheld',
  ];
  assert.deepEqual(linked([4797, 4809], 4809), near);
});

test('few people in two parts are hidden, and so is how many are in either', () => {
  const document = exampleDocument();
  document.measures.push(exampleMeasure('overlap:a,b', 4), exampleMeasure('union:a,b', 4321));
  const results = publishable(document);
  assert.deepEqual(
    [measure(results, 'overlap:a,b')?.inFile, measure(results, 'union:a,b')?.inFile],
    ['<10', 'withheld'],
  );
});

test('a share of those the records tell of and the same of all do not say how few they do not tell of', () => {
  const shares = (told: number, holders: number) => {
    const document = exampleDocument();
    const share = (id: string, of: string, whole: number) => ({
      ...exampleMeasure(id, holders / whole, { unit: 'share', numerator: holders, examined: whole }),
      of,
    });
    document.measures.push(
      exampleMeasure('people.with:timezone', told),
      share('share.of:eastern', 'people.with:timezone', told),
      { ...share('share.of-all:eastern', 'people.accounts', 5000), inFile: null, value: null },
    );
    const results = publishable(document);
    return ['share.of:eastern', 'share.of-all:eastern'].map((id) => {
      const { low, high, numerator, examined } = measure(results, id) as ResultMeasure;
      return [low, high, numerator, examined].map((each) => typeof each);
    });
  };
  const number = ['number', 'number', 'number', 'number'];
  assert.deepEqual(shares(4_800, 1_200), [number, number]);
  const hidden = ['string', 'string', 'string'];
  assert.deepEqual(shares(4_995, 1_200), [
    [...hidden, 'string'],
    [...hidden, 'number'],
  ]);
  assert.deepEqual(shares(4_800, 4), [
    [...hidden, 'number'],
    [...hidden, 'number'],
  ]);
  assert.deepEqual(shares(4_800, 4_796), [
    [...hidden, 'number'],
    [...hidden, 'number'],
  ]);
});

test('the private part goes and the document says what it is', () => {
  const results = publishable(exampleDocument());
  assert.equal('private' in results, false);
  assert.equal(results.sharing, 'publishable');
});

test('the private document is not changed', () => {
  const document = exampleDocument();
  const before = JSON.stringify(document);
  publishable(document);
  assert.equal(JSON.stringify(document), before);
});

test('a synthetic input keeps its small counts, a mixed pair of inputs does not', () => {
  const world = exampleInput({ world: 'finder', seed: 's' });
  assert.equal(measure(publishable(exampleDocument({ inputs: [world] })), 'people.with:weight')?.inFile, 3);
  const mixed = publishable(exampleDocument({ inputs: [world, exampleInput()] }));
  assert.equal(measure(mixed, 'people.with:weight')?.inFile, '<10');
});

test('a field with a small number of one type shows no number of any, and not how many are filled', () => {
  const flag = publishable(exampleDocument()).fields.find((field) => field.path === 'flag');
  assert.deepEqual(flag?.types, { string: 'withheld', number: 'withheld' });
  assert.deepEqual([flag?.present, flag?.values], [5000, 5000]);
});

test('how few people lack something is not told by the numbers of its field; of a log it may be', () => {
  const fields = (distinct: number) =>
    publishable(
      exampleDocument({
        fields: [
          exampleField('account_id', 'account-id', { distinct }),
          exampleField('weight', 'weight', {
            filled: 4996,
            present: 5000,
            values: 5000,
            types: { number: 4996, null: 4 },
          }),
          exampleField('height', 'height', { filled: 4995 }),
        ],
      }),
    ).fields.map(({ present, filled, values, types }) => [present, filled, values, types]);
  assert.deepEqual(fields(5000).slice(1), [
    [5000, 'withheld', 5000, { number: 'withheld', null: 'withheld' }],
    ['withheld', 'withheld', 'withheld', { string: 'withheld' }],
  ]);
  assert.deepEqual(fields(900).slice(1), [
    [5000, 4996, 5000, { number: 4996, null: 4 }],
    [4995, 4995, 4995, { string: 4995 }],
  ]);
});

test('whoever reads all numbers of a field, hidden ones still may be any from 1 to 9', () => {
  const random = randomsOf(18);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let run = 0; run < 2000; run++) {
    const few = () => (below(2) ? below(12) : below(70));
    const types = Object.fromEntries(
      ['string', 'number', 'boolean', 'null']
        .map((type) => [type, few()] as const)
        .filter(([, count]) => count > 0),
    );
    const values = Object.values(types).reduce((sum, count) => sum + count, 0);
    if (values === 0) continue;
    const documents = values + (below(2) ? 0 : few());
    // Outside lists: each value is of a document of its own; some texts are blank.
    const filled = values - (types['null'] ?? 0) - below(Math.min(3, (types['string'] ?? 0) + 1));
    const distinct = filled === 0 ? 0 : 1 + below(filled);
    const [shown] = publishable(
      exampleDocument({
        fields: [
          exampleField('x', 'weight', { documents, present: values, filled, values, distinct, types }),
        ],
      }),
    ).fields;
    assert.ok(shown);
    for (const name of ['present', 'filled', 'values', 'distinct'] as const)
      if (shown[name] === '<10')
        for (let count = 1; count <= 9; count++)
          assert.ok(
            isPossible({ ...shown, [name]: count }),
            `${name} cannot be ${count}: ${JSON.stringify({ documents, filled, values, distinct, types })}`,
          );
    assert.ok(!Object.values(shown.types).includes('<10') || Object.keys(types).length === 1);
  }
});

/** Whether numbers of a field outside lists, some of them hidden, can all be true at once. */
function isPossible({ present, filled, values, distinct, types }: ResultField): boolean {
  const spanOf = (count: Count | null): [number, number] =>
    typeof count === 'number' ? [count, count] : count === '<10' ? [1, 9] : [1, 200];
  const [, null_ = 0] = Object.entries(types).find(([type]) => type === 'null') ?? [];
  const named = Object.entries(types).map(([, count]) => spanOf(count));
  const parts = named.length > 0 ? named : [spanOf('withheld')];
  const [low, high] = [0, 1].map((side) => parts.reduce((sum, part) => sum + (part[side] ?? 0), 0)) as [
    number,
    number,
  ];
  const [nulls] = spanOf(null_ === 0 ? 0 : null_);
  const [values0, values1] = spanOf(values);
  const [present0, present1] = spanOf(present);
  const [filled0, filled1] = filled === 0 ? [0, 0] : spanOf(filled);
  const [distinct0] = distinct === 0 ? [0] : spanOf(distinct);
  for (let all = Math.max(values0, present0, low); all <= Math.min(values1, present1, high); all++)
    for (let some = Math.max(filled0, distinct0 ?? 0); some <= Math.min(filled1, all - nulls); some++)
      if (some > 0 || distinct0 === 0) return true;
  return false;
}

test('three countries may be said, three accounts may not', () => {
  const fields = [
    exampleField('country', 'country', { distinct: 3 }),
    exampleField('owner', 'account-id', { distinct: 3 }),
  ];
  const results = publishable(exampleDocument({ fields }));
  assert.deepEqual(
    results.fields.map((field) => field.distinct),
    [3, '<10'],
  );
});

test('sentences of ours lose the numbers that give a hidden one back, and keep what the party said', () => {
  const claim = publishable(exampleDocument()).claims.find((row) => row.id === 'finder-weight');
  assert.equal(claim?.said, 'Finder said that the weight of 12 people was there.');
  assert.equal(
    claim?.because,
    'Fewer than 10 of the 5,000 people examined have a weight; between a withheld number and a withheld number of the 500,000 can have one.',
  );
  assert.equal(claim?.tests[0]?.because, 'Fewer than 10 people have a weight.');
  assert.equal(claim?.reviewed?.confirmed, '<10');
  assert.equal(claim?.tests[0]?.reviewed?.confirmed, '<10');
});

test('a sentence keeps what the ledger says and what other measures show, and says of nearly all that it is all but a few', () => {
  const because =
    'Of the 5,000 people examined, 4,996 have an e-mail address, 38 a phone number and 3 a weight; the claim is taken as 135 to 144.';
  const tests = ['email', 'phone', 'weight'].map((category) => ({
    ...exampleClaim('all', 'Finder', 'undecided').tests[0]!,
    measure: `people.with:${category}`,
    taken: { strict: 'exactly 140', conventional: '135 to 144', lenient: null },
    because,
  }));
  const claims = [exampleClaim('all', 'Finder', 'undecided', { tests, because })];
  const measures = [
    exampleMeasure('people.with:email', 4996),
    exampleMeasure('people.with:phone', 38),
    exampleMeasure('people.with:weight', 3),
  ];
  const pair = {
    ...exampleDocument().disagreements[0]!,
    claims: ['all'],
    because: 'Finder spoke of 140 people, and 3 were found.',
  };
  const results = publishable(exampleDocument({ claims, measures, disagreements: [pair] }));
  assert.equal(
    results.claims[0]?.because,
    'Of the 5,000 people examined, all but a few have an e-mail address, 38 a phone number and fewer than 10 a weight; the claim is taken as 135 to 144.',
  );
  assert.equal(
    results.disagreements[0]?.because,
    'Finder spoke of 140 people, and fewer than 10 were found.',
  );
});

test('keys that are values are shown as their shape and number, wherever their path is named', () => {
  const fields = [
    exampleField('users.["jane@example.org"].seen', 'timestamp'),
    exampleField('users.["jo@example.org"].seen', 'timestamp'),
    exampleField('["<img src=x onerror=alert(1)>"]', 'unknown'),
    exampleField('profile.home-town', 'city'),
  ];
  const results = publishable(
    exampleDocument({ fields, inputs: [exampleInput({ world: 'finder', seed: 's' })] }),
  );
  assert.deepEqual(
    results.fields.map((field) => field.path),
    [
      'users.{e-mail-shaped key 1}.seen',
      'users.{e-mail-shaped key 2}.seen',
      '{unusual-shaped key 1}',
      'profile.home-town',
    ],
  );
});

test('no sum or difference of published numbers gives a hidden count back', () => {
  const random = generator(7);
  for (let round = 0; round < 400; round++) {
    const document = randomDocument(random);
    const results = publishable(document);
    for (const [i, field] of results.fields.entries()) {
      const [open, secret] = [equations(field), equations(document.fields[i] as ResultField)];
      for (const [e, equation] of open.entries()) attack(equation, secret[e] ?? []);
    }
    const [all, own, others] = ['people.emails-any', 'people.emails-l2', 'people.share-only'].map(
      (id) => measure(results, id)?.inFile ?? null,
    );
    attack([all ?? null, own ?? null, others ?? null], []);
    // How many are named by somebody and are people of the records' own is as secret as any other count.
    const named = measure(results, 'people.emails-others')?.inFile ?? null;
    if (typeof named === 'number' && typeof others === 'number')
      assert.ok(named - others === 0 || named - others > 9, `${named - others} of both sorts`);
  }
});

/** Sums that hold by definition: whole first, then the parts. */
function equations(field: ResultField): (Count | null)[][] {
  return [
    [field.values, ...Object.values(field.types)],
    [field.present, ...Object.values(field.types)],
  ];
}

/** Fails if a sum with one unknown, or with small unknowns that have one solution only, gives a hidden number back. */
function attack(equation: (Count | null)[], secret: (Count | null)[]): void {
  const hidden = equation.map((count, i) => ({ count, i })).filter(({ count }) => typeof count === 'string');
  // Where no type is named there is no sum.
  if (equation.length === 1) return;
  if (hidden.length === 0 || hidden.every(({ i }) => secret[i] === 0)) return;
  assert.notEqual(hidden.length, 1, `one unknown in ${JSON.stringify(equation)}`);
  if (hidden.some(({ count, i }) => i === 0 || count === 'withheld')) return;
  const known = equation
    .slice(1)
    .reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
  const rest = Number(equation[0]) - known;
  assert.ok(rest > hidden.length && rest < 9 * hidden.length, `one solution in ${JSON.stringify(equation)}`);
}

function randomDocument(random: () => number): PrivateResults {
  const fields = Array.from({ length: 6 }, (_, i) => {
    const types = Object.fromEntries(
      ['string', 'number', 'boolean', 'null']
        .slice(0, 1 + Math.floor(random() * 4))
        .map((type) => [type, draw(random)]),
    );
    const values = Object.values(types).reduce((sum, count) => sum + count, 0);
    const filled = values - (types['null'] ?? 0);
    return exampleField(`path${i}`, 'unknown', {
      types,
      values,
      present: values,
      filled,
      documents: values,
      distinct: filled,
    });
  });
  const [own, others] = [draw(random) + 1, draw(random)];
  return exampleDocument({
    fields,
    measures: [
      exampleMeasure('people.emails-any', own + others, { of: null }),
      exampleMeasure('people.emails-l2', own, { of: null }),
      exampleMeasure('people.share-only', others, { of: null }),
      exampleMeasure('people.emails-others', others + draw(random), { of: null }),
    ],
  });
}

/** Small counts and large ones, each half of the time. */
function draw(random: () => number): number {
  return random() < 0.5 ? Math.floor(random() * 11) : 10 + Math.floor(random() * 5000);
}

/** Park and Miller (1988): the same numbers in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
