import { today } from '../../records/review/today';
import { userInfo } from 'node:os';
import type { Case, Claim } from '../../contract/case';
import type { Category } from '../../contract/categories';
import { AnalysisError, printable } from '../../contract/errors';
import type { Review, ReviewAnswer } from '../../contract/review';
import { applyLooks } from '../../fields/apply-looks';
import type { DecidingRecord } from '../../measures/deciding-records';
import { decidingRecords } from '../../measures/deciding-records';
import { keepReview, readReview } from '../../records/review/kept-reviews';
import { PrivateTerminal } from '../../records/review/private-terminal';
import { recordTexts } from '../../records/review/record-texts';
import { findSideFiles } from '../../study/find-side-files';
import { categoriesSpoken } from '../../study/looks/categories-spoken';
import { measuresToReview } from '../../study/looks/measures-to-review';
import { pathsToLookAt } from '../../study/looks/paths-to-look-at';
import type { InputForReview } from '../../study/open-for-review';
import { filesOfLastRun, openForReview } from '../../study/open-for-review';
import { sideNoteWords } from '../../words/results/side-note-words';
import type { Session } from '../session';
import { reviewByTruth } from './review-by-truth';
import { reviewPaths } from './review-paths';
import { ANSWERS, recordScreen } from './review-screen';

/** A record, and the measure for which somebody is asked about it. */
interface Asked extends DecidingRecord {
  measure: string;
}

/** What is reviewed, and by whom. */
export interface ReviewGiven {
  /** null: all claims. */
  claim: string | null;
  data: string[];
  truth: string | null;
  field: { path: string; category: Category }[];
  /** What the user says belongs together. */
  join: string[];
  /** Who reviews, else whoever is logged in. */
  reviewer: string | null;
  /** Who answers instead of a person. */
  answers: 'truth' | null;
  /** File where the answers are kept, else the cache. */
  review: string | null;
}

/**
 * Shows the paths that nobody looked at, by shapes of their values, then the records that a claim rests on, one at a time and masked;
 * keeps what was said and where, and no value.
 *
 * @returns exit code
 * @throws CLAIM_MISSING, REVIEW_NO_TERMINAL, REVIEW_NOT_NEEDED, REVIEW_OF_WORLDS, REVIEW_NO_TRUTH, INTERRUPTED; what `openForReview` throws
 */
export async function reviewClaim(caseFolder: Case, given: ReviewGiven, session: Session): Promise<number> {
  const claims = caseFolder.claims.filter(({ id }) => given.claim === null || id === given.claim);
  const [claim] = claims;
  if (!claim) {
    const known = caseFolder.claims.map(({ id }) => id).join(', ');
    throw new AnalysisError('CLAIM_MISSING', { argument: given.claim ?? '', known });
  }
  const files = given.data.length > 0 ? given.data : filesOfLastRun(caseFolder);
  if (files === null) throw new AnalysisError('REVIEW_OF_WORLDS');
  for (const note of findSideFiles(files, { truthFile: given.truth }).notes) session.say(sideNoteWords(note));
  const options = {
    overrides: given.field,
    joins: given.join,
    reviewFile: given.review,
    truthFile: given.truth,
    signal: session.signal,
  };
  if (given.answers === 'truth') {
    const input = await openForReview(caseFolder, files, options);
    try {
      const { truthFile } = input;
      if (truthFile === null) throw new AnalysisError('REVIEW_NO_TRUTH');
      session.print(await reviewByTruth(caseFolder, claims, { input, truthFile, file: given.review }));
    } finally {
      input.opened.close();
    }
    return 0;
  }
  const terminal = PrivateTerminal.open();
  try {
    terminal.show(['Reading the input …']);
    const input = await openForReview(caseFolder, files, options);
    try {
      await lookAtInput(claims, caseFolder, { input, terminal, given, session });
    } finally {
      input.opened.close();
    }
    return session.signal.aborted ? 130 : 0;
  } finally {
    terminal.close();
  }
}

/** Paths first, then the records that the claims rest on, as the fields are after the looks at paths. */
async function lookAtInput(
  claims: readonly Claim[],
  caseFolder: Case,
  { input, terminal, given, session }: Looking,
): Promise<void> {
  const { commitment } = input.opened;
  const by = reviewerOf(given);
  const kept = readReview(commitment, given.review);
  const fresh: Review = { schema: 'breachscope/review@1', commitment, answers: [] };
  const first = kept && kept.from !== 'truth' ? kept : fresh;
  const paths = pathsToLookAt(input.fields, categoriesSpoken(caseFolder), {
    ...input.known,
    looks: [...(first.paths ?? []), ...input.known.looks.filter((look) => look.by === 'you')],
  });
  const looked = await reviewPaths({
    ...{ input, terminal, session, by, paths },
    review: first,
    file: given.review,
  });
  const fields = applyLooks(input.fields, looked.review.paths ?? []);
  const asked = looked.left ? [] : await recordsOf(claims, caseFolder, { ...input, fields });
  if (asked.length === 0 && paths.length === 0)
    throw new AnalysisError('REVIEW_NOT_NEEDED', { argument: given.claim ?? caseFolder.name });
  const review = await lookAtAll(asked, looked.review, { input, terminal, given, session });
  terminal.close();
  session.print(summary(asked, paths.length, review));
}

/** What a reviewer is called. */
function reviewerOf({ reviewer }: ReviewGiven): string {
  return printable(reviewer ?? userInfo().username).slice(0, 80) || 'somebody';
}

async function recordsOf(
  claims: readonly Claim[],
  caseFolder: Case,
  { opened: { store }, fields, people }: InputForReview,
): Promise<Asked[]> {
  const measures = measuresToReview(caseFolder, claims, fields);
  const asked: Asked[] = [];
  for (const measure of measures) {
    const records = await decidingRecords(measure, { store, fields, people, caseFile: caseFolder.file });
    asked.push(...records.map((record) => ({ ...record, measure })));
  }
  return asked;
}

interface Looking {
  input: InputForReview;
  terminal: PrivateTerminal;
  given: ReviewGiven;
  session: Session;
}

/** Goes from record to record until all are answered or somebody leaves; every answer is kept at once. */
async function lookAtAll(
  asked: Asked[],
  kept: Review,
  { input, terminal, given, session }: Looking,
): Promise<Review> {
  const { opened } = input;
  const by = reviewerOf(given);
  let review = kept;
  let at = Math.max(
    0,
    asked.findIndex((record) => !answerOf(review, record, by)),
  );
  let open = false;
  for (let record = asked[at]; record !== undefined; record = asked[at]) {
    const texts = await recordTexts(opened.store, record.kind, record.document);
    const earlier = answerOf(review, record, by);
    const said = earlier?.answer ?? null;
    terminal.show(recordScreen({ record, texts, open, said, at, of: asked.length, by }));
    const key = await terminal.key(session.signal);
    if (key === 'ctrl-c') {
      terminal.close();
      throw new AnalysisError('INTERRUPTED');
    }
    if (key === 'q') break;
    open = key === 'v' && !open;
    if (key === 'b') at = Math.max(0, at - 1);
    if (key === 's') at++;
    const answer = ANSWERS[key];
    if (!answer) continue;
    const { measure, part, line } = record;
    const on = today();
    const others = review.answers.filter((each) => each !== earlier);
    review = { ...review, answers: [...others, { measure, part, line, answer, by, on }] };
    keepReview(review, given.review);
    at++;
  }
  return review;
}

function answerOf(review: Review, { measure, part, line }: Asked, by: string): ReviewAnswer | undefined {
  return review.answers.find(
    (each) => each.measure === measure && each.part === part && each.line === line && each.by === by,
  );
}

function summary(asked: Asked[], paths: number, review: Review): string {
  const measures = [...new Set(asked.map(({ measure }) => measure))];
  const lines = measures.map((measure) => {
    const own = review.answers.filter((each) => each.measure === measure);
    const places = (wanted?: string) =>
      new Set(
        own
          .filter(({ answer }) => wanted === undefined || answer === wanted)
          .map(({ part, line }) => `${part} ${line}`),
      ).size;
    const found = asked.filter((each) => each.measure === measure).length;
    const people = new Set(own.map(({ by }) => by)).size;
    return `${measure}: ${found} found, ${places()} looked at by ${people} ${people === 1 ? 'person' : 'people'}: yes ${places('yes')}, no ${places('no')}, planted ${places('planted')}.`;
  });
  const looked = review.paths?.length ?? 0;
  const said = paths + looked === 0 ? [] : [`Paths: ${looked} of ${looked + paths} looked at.`];
  return `${[...said, ...lines].join('\n')}\nPositions and answers are kept, no values; the next run on this input goes by them.\n`;
}
