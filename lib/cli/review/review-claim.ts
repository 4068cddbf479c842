import { userInfo } from 'node:os';
import type { Case } from '../../contract/case';
import type { Category } from '../../contract/categories';
import { AnalysisError, printable } from '../../contract/errors';
import type { Review, ReviewAnswer } from '../../contract/review';
import { askTests } from '../../claims/wording/ask-tests';
import { needsReview } from '../../claims/judge/run-tests';
import type { DecidingRecord } from '../../measures/deciding-records';
import { decidingRecords } from '../../measures/deciding-records';
import { keepReview, readReview } from '../../records/review/kept-reviews';
import { PrivateTerminal } from '../../records/review/private-terminal';
import { recordTexts } from '../../records/review/record-texts';
import { findSideFiles } from '../../study/find-side-files';
import type { InputForReview, ReviewOptions } from '../../study/open-for-review';
import { filesOfLastRun, openForReview } from '../../study/open-for-review';
import { sideNoteWords } from '../../words/results/side-note-words';
import type { Session } from '../session';
import { ANSWERS, recordScreen } from './review-screen';

/** A record, and the measure for which somebody is asked about it. */
interface Asked extends DecidingRecord {
  measure: string;
}

/** What is reviewed, and by whom. */
export interface ReviewGiven {
  claim: string;
  data: string[];
  truth: string | null;
  field: { path: string; category: Category }[];
  /** Who reviews, else whoever is logged in. */
  reviewer: string | null;
  /** File where the answers are kept, else the cache. */
  review: string | null;
}

/**
 * Shows the records that a claim rests on, one at a time and masked; keeps where they stand and yes, no or planted.
 *
 * @returns exit code
 * @throws CLAIM_MISSING, REVIEW_NO_TERMINAL, REVIEW_NOT_NEEDED, INTERRUPTED; what `openForReview` throws
 */
export async function reviewClaim(caseFolder: Case, given: ReviewGiven, session: Session): Promise<number> {
  const files = given.truth !== null ? null : given.data.length > 0 ? given.data : filesOfLastRun(caseFolder);
  const claim = caseFolder.claims.find(({ id }) => id === given.claim);
  if (!claim) {
    const known = caseFolder.claims.map(({ id }) => id).join(', ');
    throw new AnalysisError('CLAIM_MISSING', { argument: given.claim, known });
  }
  const options = { overrides: given.field, signal: session.signal };
  if (files === null || (await isWorldBeside(files, caseFolder, { session, options }))) {
    session.print(
      'This input is a synthetic world: its truth file answers every review, and results say so.\n',
    );
    return 0;
  }
  const terminal = PrivateTerminal.open();
  try {
    terminal.show(['Reading the input …']);
    const input = await openForReview(caseFolder, files, options);
    try {
      const asked = await recordsOf(claim, caseFolder, input);
      if (asked.length === 0) throw new AnalysisError('REVIEW_NOT_NEEDED', { argument: claim.id });
      const review = await lookAtAll(asked, { input, terminal, given, session });
      terminal.close();
      session.print(summary(asked, review));
    } finally {
      input.opened.close();
    }
    return session.signal.aborted ? 130 : 0;
  } finally {
    terminal.close();
  }
}

/** Whether a truth that lies beside the files says that they are a world; said in a line. */
async function isWorldBeside(
  files: string[],
  caseFolder: Case,
  { session, options }: { session: Session; options: ReviewOptions },
): Promise<boolean> {
  const { found, notes } = findSideFiles(files);
  for (const note of notes) session.say(sideNoteWords(note));
  if (found === null) return false;
  const input = await openForReview(caseFolder, files, options);
  input.opened.close();
  return input.isWorld;
}

async function recordsOf(
  claim: Case['claims'][number],
  caseFolder: Case,
  { opened: { store }, fields, people }: InputForReview,
): Promise<Asked[]> {
  const tests = askTests(claim, {
    fields,
    notes: caseFolder.notes,
    population: null,
    everybody: null,
    file: caseFolder.file,
    counted: new Set(),
  });
  const measures = [...new Set(tests.map(({ measure }) => measure))].filter(needsReview);
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
async function lookAtAll(asked: Asked[], { input, terminal, given, session }: Looking): Promise<Review> {
  const { opened } = input;
  const by = printable(given.reviewer ?? userInfo().username).slice(0, 80) || 'somebody';
  const { commitment } = opened;
  let review: Review = readReview(commitment, given.review) ?? {
    schema: 'breachscope/review@1',
    commitment,
    answers: [],
  };
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
    const on = new Date().toISOString().slice(0, 10);
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

function summary(asked: Asked[], review: Review): string {
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
  return `${lines.join('\n')}\nPositions and answers are kept, no values; the next run on this input goes by them.\n`;
}
