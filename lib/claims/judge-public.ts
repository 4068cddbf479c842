import type { Case } from '../contract/case';
import type { DisagreementJudgement, Judgement } from '../contract/judgement';
import { openQuestions } from './judge/open-questions';
import { judgeWithoutRecords } from './record/judge-without-records';
import { publicRecord } from './record/public-record';
import { partyName } from './wording/party-name';

/** What can be said of a case without any records: the arithmetic and the statements, and nothing else. */
export function judgePublic(caseFolder: Case): Judgement {
  const { file } = caseFolder;
  const claims = caseFolder.claims.map((claim) => judgeWithoutRecords(claim, caseFolder).judgement);
  const rows = (file.disagreements ?? []).map(({ subject, a, b, note = null }): DisagreementJudgement => ({
    subject,
    parties: [partyName(a.party, file), partyName(b.party, file)],
    claims: [...a.claims, ...b.claims],
    outcome: 'cannot-tell',
    reason: { code: 'NO_RECORDS' },
    note,
  }));
  return {
    claims,
    disagreements: rows,
    publicRecord: publicRecord(caseFolder),
    questions: openQuestions(caseFolder, claims),
  };
}
