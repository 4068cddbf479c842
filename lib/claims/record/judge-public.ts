import type { Case } from '../../contract/case';
import type { ResultDisagreement } from '../../contract/results';
import type { Judged } from '../judge/judge';
import { judgeWithoutRecords } from './judge-without-records';
import { openQuestions } from '../judge/open-questions';
import { publicRecord } from './public-record';

/** What can be said of a case without any records: the arithmetic and the statements, and nothing else. */
export function judgePublic(caseFolder: Case): Judged {
  const claims = caseFolder.claims.map((claim) => judgeWithoutRecords(claim, caseFolder).result);
  const name = (id: string) => caseFolder.file.parties[id]?.name ?? id;
  const rows = (caseFolder.file.disagreements ?? []).map(({ subject, a, b, note }): ResultDisagreement => ({
    subject,
    parties: [name(a.party), name(b.party)],
    claims: [...a.claims, ...b.claims],
    outcome: 'cannot-tell',
    because: ['The public record alone does not tell who is right.', note].filter(Boolean).join(' '),
  }));
  return {
    claims,
    disagreements: rows,
    publicRecord: publicRecord(caseFolder),
    questions: openQuestions(caseFolder, claims),
  };
}
