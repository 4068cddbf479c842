import type { Case, Claim } from '../../contract/case';
import { AnalysisError } from '../../contract/errors';
import { keepReview, readReview } from '../../records/review/kept-reviews';
import { answersOfTruth, reviewOfTruth } from '../../study/looks/answers-of-truth';
import { looksOfTruth } from '../../study/looks/looks-of-truth';
import { measuresToReview } from '../../study/looks/measures-to-review';
import type { InputForReview } from '../../study/open-for-review';
import { readTruth } from '../../study/side-files';
import { numberWords } from '../../words/numbers/number-words';

/**
 * Lets the truth file of a made-up world answer the looks at its paths and at the records that claims rest on, in the form in which
 * people's answers are kept.
 *
 * @param given the truth file, and where the answers are kept
 * @returns what was answered, in a line
 * @throws TRUTH_UNREADABLE, TRUTH_MISMATCH, REVIEW_BY_PEOPLE where people have looked already
 */
export async function reviewByTruth(
  caseFolder: Case,
  claims: readonly Claim[],
  { input, truthFile, file }: { input: InputForReview; truthFile: string; file: string | null },
): Promise<string> {
  const { opened, fields, people, kindNames } = input;
  const { store, commitment } = opened;
  const kept = readReview(commitment, file);
  if (kept && kept.from !== 'truth') throw new AnalysisError('REVIEW_BY_PEOPLE');
  const truth = readTruth(truthFile, store.manifest);
  const paths = looksOfTruth(truth, fields, kindNames);
  const measures = measuresToReview(caseFolder, claims, fields);
  const sources = { store, fields, main: people.main, caseFile: caseFolder.file, kindNames, measures };
  const answers = await answersOfTruth(truth, sources);
  keepReview(reviewOfTruth(commitment, { paths, answers }), file);
  const planted = answers.filter(({ answer }) => answer === 'planted').length;
  return `The truth file of this made-up world answered ${numberWords(paths.length)} paths and ${numberWords(answers.length)} records, ${numberWords(planted)} of them planted: nobody looked, and results say so.\n`;
}
