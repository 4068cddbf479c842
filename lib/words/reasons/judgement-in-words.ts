import type { ClaimJudgement, Judgement, TestJudgement } from '../../contract/judgement';
import { isShare } from '../../contract/measure-id';
import type { Region } from '../../contract/case';
import type { ResultClaim, Results, ResultTest } from '../../contract/results';
import { regionWords } from '../numbers/region-words';
import { wordingWords } from '../numbers/wording-words';
import { claimReasonWords, testsWords } from './claim-reason-words';
import { definitionWords } from './definition-words';
import { disagreementWords } from './disagreement-words';
import { publicRecordWords } from './public-record-words';
import { settlesWords } from './settles-words';
import { turnsWords } from './turns-words';

/** A judgement as the published document holds it: every reason as a sentence. */
export function judgementInWords(
  judgement: Judgement,
): Pick<Results, 'claims' | 'disagreements' | 'publicRecord' | 'questions'> {
  return {
    claims: judgement.claims.map(claimInWords),
    disagreements: judgement.disagreements.map(({ reason, note, ...rest }) => ({
      ...rest,
      because: disagreementWords(reason, note),
    })),
    publicRecord: judgement.publicRecord.map(({ subject, claims, reason }) => ({
      subject,
      finding: publicRecordWords(reason),
      claims,
    })),
    questions: judgement.questions,
  };
}

function claimInWords({ reason, settles, turns, sources, tests, ...rest }: ClaimJudgement): ResultClaim {
  return {
    ...rest,
    sources: sources.map(({ publisher, date, url }) => `${publisher}, ${date}, ${url}`),
    because: claimReasonWords(reason),
    wouldSettle: settles && settlesWords(settles),
    turnsOver: turns && turnsWords(turns),
    tests: tests.map(testInWords),
  };
}

function testInWords({ reason, definition, wording, taken, ...rest }: TestJudgement): ResultTest {
  const share = isShare(rest.measure);
  const usual = taken.conventional ?? taken.lenient;
  const words = (region: Region | null) => region && regionWords(region, share);
  return {
    ...rest,
    definition: definition && definitionWords(definition),
    taken: {
      strict: words(taken.strict),
      conventional: words(taken.conventional),
      lenient: words(taken.lenient),
    },
    ...(wording && usual && { claimed: { inShort: wordingWords(wording, share), ...usual } }),
    because: testsWords([reason]),
  };
}
