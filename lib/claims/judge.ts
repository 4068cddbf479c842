import type { Case } from '../contract/case';
import type { Counted, Evidence } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { Judgement } from '../contract/judgement';
import type { ResultMeasure } from '../contract/results';
import type { PathLook, Review } from '../contract/review';
import type { Truth } from '../contract/truth';
import { askTests } from './wording/ask-tests';
import { peopleOf } from './judge/draw-of';
import { disagreements } from './judge/disagreements';
import { type ClaimContext, type JudgedClaim, judgeClaim } from './judge/judge-claim';
import { judgeWithoutRecords } from './record/judge-without-records';
import { openQuestions } from './judge/open-questions';
import { publicRecord } from './record/public-record';
import { runTests } from './judge/run-tests';

/** A case laid beside one input. */
export interface JudgeInput {
  case: Case;
  counted: Counted[];
  measures: ResultMeasure[];
  evidence: Evidence;
  fields: Field[];
  /** Truth of a synthetic world; null for a real input. */
  truth: Truth | null;
  /** What people said of the records; null where nobody looked. Defaults to null. */
  review?: Review | null;
  /** Who looked at which paths; defaults to nobody. */
  looks?: readonly PathLook[];
}

/**
 * Lays a ledger beside what was counted: every claim with its verdict and the reason for it, the parties'
 * disagreements, what the public record alone settles, and what remains to be asked.
 */
export function judge(input: JudgeInput): Judgement {
  const { case: caseFolder, counted, measures, evidence, truth, fields, review = null, looks = [] } = input;
  const { population: people } = peopleOf(evidence);
  const asking = {
    fields,
    notes: caseFolder.notes,
    // A party's number, or a typed one, is nobody's measure of what is small.
    population: evidence.proof === 'checked' ? people : null,
    file: caseFolder.file,
    counted: new Set(counted.map(({ id }) => id)),
  };
  const asked = caseFolder.claims.map((claim) =>
    claim.testability === 'records' ? askTests(claim, asking) : [],
  );
  const ran = runTests(asked.flat(), { counted, evidence, review, fields, looks });
  const context: ClaimContext = {
    case: caseFolder,
    file: caseFolder.file,
    measures,
    evidence,
    review,
    fields,
    looks,
    synthetic: truth !== null,
  };
  let at = 0;
  const judged: JudgedClaim[] = caseFolder.claims.map((claim, i) => {
    const tests = ran.slice(at, (at += asked[i]?.length ?? 0));
    return tests.length > 0 ? judgeClaim(claim, tests, context) : judgeWithoutRecords(claim, caseFolder);
  });
  const claims = judged.map(({ judgement }) => judgement);
  return {
    claims,
    disagreements: disagreements(judged, context),
    publicRecord: publicRecord(caseFolder),
    questions: openQuestions(caseFolder, claims),
  };
}
