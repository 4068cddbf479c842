import type {
  Count,
  PrivateResults,
  ResultClaim,
  ResultField,
  ResultMeasure,
  Verdict,
} from '../../contract/results';

/** A field of the example, all documents filled with one text type unless said otherwise. */
export function exampleField(path: string, category: string, change: Partial<ResultField> = {}): ResultField {
  const documents = (change.documents as number | undefined) ?? 5000;
  const filled = (change.filled as number | undefined) ?? documents;
  return {
    kind: 'k0',
    path,
    documents,
    present: filled,
    filled,
    values: filled,
    distinct: filled,
    types: { string: filled },
    category,
    confidence: 0.9,
    why: ['its name says so'],
    alternatives: [],
    definitions: [],
    hibp: null,
    veris: null,
    gdpr: 'personal',
    ...change,
  };
}

/** A measure of the example: people in the file, scaled to a population 100 times as large. */
export function exampleMeasure(
  id: string,
  inFile: Count,
  change: Partial<ResultMeasure> = {},
): ResultMeasure {
  const n = typeof inFile === 'number' ? inFile : 0;
  return {
    id,
    title: id,
    unit: 'people',
    of: id === 'people.accounts' ? null : 'people.accounts',
    under: 'people.accounts',
    inFile,
    value: n * 100,
    low: n,
    high: n * 150 + 300,
    level: 0.95,
    side: 'both',
    numerator: inFile,
    examined: 5000,
    method: 'hypergeometric',
    refused: null,
    wouldSettle: null,
    unknowns: { unread: 0, nobodys: 0, opaque: 0, inOpaque: 0 },
    ...change,
  };
}

/** A claim of the example. */
export function exampleClaim(
  id: string,
  party: string,
  verdict: Verdict,
  change: Partial<ResultClaim> = {},
): ResultClaim {
  const because = `The records say so of ${id}.`;
  const readings = { strict: verdict, conventional: verdict, lenient: verdict };
  const taken = { strict: 'at least 1', conventional: 'at least 1', lenient: 'at least 1' };
  return {
    id,
    party,
    date: '2021-03-12',
    said: `It was said: ${id}.`,
    subject: 'passwords',
    sources: ['N1'],
    basis: 'records',
    verdict,
    onRecord: null,
    because,
    wouldSettle: null,
    turnsOver: null,
    flags: [],
    tests: [
      {
        measure: 'people.with:password',
        definition: null,
        readings,
        taken,
        verdict,
        because,
        reviewed: null,
      },
    ],
    reviewed: null,
    ...change,
  };
}

/** A private document of an invented case: 5,000 people drawn of 500,000, three of them with health data. Not synthetic. */
export function exampleDocument(change: Partial<PrivateResults> = {}): PrivateResults {
  return {
    schema: 'breachscope/results@2',
    sharing: 'private',
    case: 'lamplight',
    title: 'The lamplight exposure',
    inputs: [exampleInput()],
    drawn: [
      {
        input: 0,
        kind: 'srs-people',
        asked: 'srs-people',
        unit: 'people.accounts',
        population: 500_000,
        proof: 'checked',
        whole: true,
        seal: null,
        words: { population: 'proof', total: null, drawn: 'proof' },
      },
    ],
    kinds: [
      { id: 'k0', label: 'account', input: 0, documents: 5000 },
      { id: 'k1', label: 'scale', input: 0, documents: 3 },
    ],
    fields: [
      exampleField('account_id', 'account-id'),
      exampleField('email', 'email', {
        filled: 4996,
        distinct: 4990,
        types: { string: 4996, null: 4 },
        values: 5000,
        present: 5000,
      }),
      exampleField('flag', 'unknown', { types: { string: 4997, number: 3 }, distinct: 40 }),
      exampleField('weight', 'weight', { kind: 'k1', documents: 3, filled: 3 }),
    ],
    people: [
      {
        id: 'people.accounts',
        main: true,
        definition: 'Different values of account_id.',
        unit: 'accounts',
        keys: ['account: account_id'],
        count: 5000,
        low: null,
        high: null,
        refused: 'IS_INPUT',
        range: null,
        links: null,
      },
    ],
    joins: [],
    windows: [
      {
        id: 'server',
        by: ['Finder', 'Lamplight'],
        start: [null, '2021-03-01'],
        end: ['2021-03-09', '2021-03-10'],
        zone: 'Europe/Berlin',
        elapsedDays: [8, 9],
        inclusiveDays: [9, 10],
        largestGapDays: 8,
      },
    ],
    measures: [
      exampleMeasure('documents', 5003, { unit: 'documents', of: null }),
      exampleMeasure('people.accounts', 5000, {
        unit: 'accounts',
        value: null,
        low: null,
        high: null,
        refused: 'IS_INPUT',
      }),
      exampleMeasure('people.with:email', 4996),
      exampleMeasure('people.with:password', 0, { high: 299 }),
      exampleMeasure('people.with:weight', 3),
      exampleMeasure('people.with-any:health', 3),
      exampleMeasure('share.with-any:health', 0.0006, {
        unit: 'share',
        value: 0.0006,
        low: 0.0002,
        high: 0.002,
        numerator: 3,
      }),
    ],
    claims: [
      exampleClaim('finder-passwords', 'finder', 'not-testable'),
      exampleClaim('maker-no-passwords', 'maker', 'undecided'),
      exampleClaim('finder-weight', 'finder', 'supported', {
        subject: 'weight',
        said: 'Finder said that the weight of 12 people was there.',
        because:
          '3 of the 5,000 people examined have a weight; between 62 and 874 of the 500,000 can have one.',
        tests: [
          {
            measure: 'people.with:weight',
            definition: null,
            verdict: 'supported' as const,
            readings: { strict: 'supported', conventional: 'supported', lenient: 'supported' },
            taken: { strict: 'exactly 12', conventional: '12 to 14', lenient: '11 to 15' },
            because: 'Three people have a weight.',
            reviewed: { by: 'person', confirmed: 3, rejected: 0, planted: 0, reviewers: 1, disagreed: 0 },
          },
        ],
        reviewed: { by: 'person', confirmed: 3, rejected: 0, planted: 0, reviewers: 1, disagreed: 0 },
      }),
    ],
    disagreements: [
      {
        subject: 'passwords',
        parties: ['finder', 'maker'],
        claims: ['finder-passwords', 'maker-no-passwords'],
        outcome: 'cannot-tell',
        because: 'Nobody in the file has a password.',
      },
    ],
    publicRecord: [
      {
        subject: 'exposure window',
        finding: 'Maker named 1 to 9 March 2021, which is 8 days.',
        claims: ['maker-window'],
      },
    ],
    questions: [
      { party: 'maker', question: 'Will you show the firewall history?', claims: ['maker-window'] },
    ],
    worlds: [],
    ledger: 'ab'.repeat(32),
    provenance: {
      version: '0.1.0',
      commit: null,
      node: 'v20',
      engine: 'DuckDB',
      seed: 's',
      ranAt: '2021-03-20T10:00:00Z',
    },
    private: { inputs: [], fields: [], names: [] },
    ...change,
  };
}

/** The example's input; `synthetic` makes it a world. */
export function exampleInput(
  synthetic: { world: string; seed: string } | null = null,
): PrivateResults['inputs'][number] {
  return {
    label: 'input 1',
    synthetic,
    commitment: 'cd'.repeat(32),
    parts: 1,
    format: 'ndjson',
    envelope: null,
    encoding: 'utf-8',
    compression: null,
    status: 'complete',
    code: null,
    documents: 5003,
    rejected: 0,
    skipped: 0,
    unread: { documents: 0, files: 0, named: [] },
    deleted: 0,
    actionLines: 0,
    declaredTotal: null,
    rejectCounts: {},
    warnings: [],
  };
}
