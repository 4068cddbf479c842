import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '../../contract/evidence';
import type { ResultDisagreement, Verdict } from '../../contract/results';
import type { DisagreementJudgement } from '../../contract/judgement';
import { disagreementWords } from '../../words/reasons/disagreement-words';
import { disagreements } from './disagreements';
import type { ClaimContext, JudgedClaim } from './judge-claim';
import { goldenCase } from '../../testing/golden-case';

const golden = goldenCase();

/** What a disagreement comes to when each side has claims with these verdicts. */
function between(
  a: (Verdict | null)[],
  b: (Verdict | null)[],
  more: { note?: string; outside?: string } = {},
): Pick<ResultDisagreement, 'claims' | 'parties' | 'outcome' | 'because'> {
  const judged = [...a, ...b].map(
    (verdict, i) =>
      ({
        claim: { ...golden.claims[0], id: `c${i}` },
        judgement: { verdict, reason: { code: 'OUTSIDE', why: `Reason ${i} for ${verdict}.` } },
        tests: [],
      }) as unknown as JudgedClaim,
  );
  const ids = judged.map(({ claim }) => claim.id);
  const file = {
    ...golden.file,
    subjects: { servers: { ...(more.outside !== undefined && { outside: more.outside }) } },
    disagreements: [
      {
        subject: 'servers',
        ...(more.note !== undefined && { note: more.note }),
        a: { party: 'finder', claims: ids.slice(0, a.length) },
        b: { party: 'lamplight', claims: ids.slice(a.length) },
      },
    ],
  };
  const context = { file, case: { ...golden, file }, evidence: {} as Evidence } as unknown as ClaimContext;
  const {
    claims,
    parties,
    outcome,
    reason,
    note: said,
  } = disagreements(judged, context)[0] as DisagreementJudgement;
  return { claims, parties, outcome, because: disagreementWords(reason, said) };
}

const VERDICTS: Verdict[] = ['supported', 'refuted', 'undecided', 'not-testable', 'disputed-definition'];

test('a side is right only where it is borne out and the other contradicted; what is open stays open', () => {
  const outcome = (a: Verdict, b: Verdict): ResultDisagreement['outcome'] => {
    if (a === 'disputed-definition') return b === 'refuted' ? 'cannot-tell' : 'both-by-definition';
    if (b === 'disputed-definition') return a === 'refuted' ? 'cannot-tell' : 'both-by-definition';
    if (a === 'supported')
      return b === 'refuted' ? 'a-right' : b === 'supported' ? 'both-by-definition' : 'cannot-tell';
    if (a === 'refuted') return b === 'supported' ? 'b-right' : b === 'refuted' ? 'neither' : 'cannot-tell';
    return 'cannot-tell';
  };
  for (const a of VERDICTS)
    for (const b of VERDICTS) assert.equal(between([a], [b]).outcome, outcome(a, b), `${a} and ${b}`);
});

test('one contradicted claim contradicts its side, and one open claim keeps it from being borne out', () => {
  assert.equal(between(['supported', 'refuted'], ['supported']).outcome, 'b-right');
  assert.equal(between(['supported', 'undecided'], ['refuted']).outcome, 'cannot-tell');
  assert.equal(between(['supported', 'supported'], ['refuted']).outcome, 'a-right');
  assert.equal(between(['supported', 'not-testable'], ['refuted']).outcome, 'cannot-tell');
});

test('each outcome is told with the parties’ names and the reason that made it', () => {
  const because = (...row: Parameters<typeof between>) => between(...row).because;
  const [finder, lamplight] = between(['supported'], ['refuted']).parties;
  assert.deepEqual(
    [finder, lamplight],
    [golden.file.parties['finder']?.name, golden.file.parties['lamplight']?.name],
  );
  assert.equal(
    because(['supported'], ['refuted']),
    `The records bear ${finder} out and contradict ${lamplight}: Reason 1 for refuted.`,
  );
  assert.equal(
    because(['refuted'], ['supported']),
    `The records bear ${lamplight} out and contradict ${finder}: Reason 0 for refuted.`,
  );
  assert.equal(because(['refuted'], ['refuted']), 'The records contradict both: Reason 0 for refuted.');
  assert.equal(
    because(['supported'], ['supported']),
    'The records bear both out, which do not exclude each other: Reason 0 for supported.',
  );
  assert.equal(
    because(['supported'], ['disputed-definition']),
    'Both can be right. Reason 1 for disputed-definition.',
  );
  assert.equal(
    because(['supported'], ['undecided']),
    'These records do not decide it: Reason 1 for undecided.',
  );
  assert.equal(
    because(['not-testable'], ['not-testable']),
    'These records cannot tell: Reason 0 for not-testable.',
  );
  assert.equal(
    because(['not-testable'], ['not-testable'], {
      outside: 'Records show one server only.',
      note: 'Ask both.',
    }),
    'These records cannot tell: records show one server only. Ask both.',
  );
});

test('nobody is right by a statement that is merely on record, and nobody wrong', () => {
  for (const other of [...VERDICTS, null]) {
    if (other === 'disputed-definition') continue;
    assert.equal(between([null], [other]).outcome, 'cannot-tell');
    assert.equal(between([other], [null]).outcome, 'cannot-tell');
  }
  assert.equal(between(['supported', null], ['refuted']).outcome, 'cannot-tell');
  const [finder, lamplight] = between([null], [null]).parties;
  assert.equal(
    between(['refuted'], [null]).because,
    `The records contradict ${finder}: Reason 0 for refuted. Of what ${lamplight} said, they cannot tell: Reason 1 for null.`,
  );
  assert.equal(
    between(['undecided', 'not-testable'], ['supported']).because,
    'These records do not decide it: Reason 0 for undecided.',
  );
  assert.equal(
    between(['not-testable'], ['supported']).because,
    `The records back ${lamplight}: Reason 1 for supported. Of what ${finder} said, they cannot tell: Reason 0 for not-testable.`,
  );
  assert.equal(between([null], [null]).because, 'These records cannot tell: Reason 0 for null.');
});

test('where one side is contradicted, the other is not right by one meaning of its words', () => {
  assert.deepEqual(between(['refuted'], ['disputed-definition']), {
    claims: ['c0', 'c1'],
    parties: between([null], [null]).parties,
    outcome: 'cannot-tell',
    because: 'These records do not decide it: Reason 1 for disputed-definition.',
  });
});
