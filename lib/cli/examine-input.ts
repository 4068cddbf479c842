import { loadTaxonomy } from '../cases/load-taxonomy';
import type { Case } from '../contract/case';
import { AnalysisError } from '../contract/errors';
import { previewInput } from '../records/store/preview-input';
import type { Analysis } from '../study/analyse';
import { findSideFiles } from '../study/find-side-files';
import { openBeside } from '../study/open-beside';
import { sideNoteWords } from '../words/results/side-note-words';
import type { InputGiven } from './options/input-options';
import { askDrawn } from './screen/ask-drawn';
import type { Copied } from './screen/copy-lines';
import { conversionLines, lookLine } from './screen/look-line';
import { protectionLine } from './screen/protection-line';
import type { Session } from './session';
import { spoolPipes } from './spool-pipes';

/** An input taken through the house. */
type Examined = Omit<Analysis, 'copy'> & Copied;

/**
 * Says what the input looks like, asks how it was drawn where nobody said, and takes it through the house. With `--json`
 * an input of which nothing can be read has its document too, before the error is told.
 *
 * @param names files and folders, - and pipes
 * @throws what `openInput` and `analyse` throw
 */
export async function examineInput(
  names: string[],
  caseFolder: Case | null,
  given: InputGiven,
  session: Session,
): Promise<Examined> {
  const { files, named } = await spoolPipes(names, session);
  try {
    const analysis = await examine(files, caseFolder, given, session);
    return { ...analysis, copy: named.size > 0 ? null : analysis.copy };
  } catch (error) {
    const fault: unknown = session.signal.aborted ? session.signal.reason : error;
    const { isOfInput, refusedResults } = await import('../study/refused-results');
    if (given.json && fault instanceof AnalysisError && isOfInput(fault))
      session.print(`${JSON.stringify(refusedResults(fault, caseFolder, given.label), null, 1)}\n`);
    throw asNamed(fault, named);
  }
}

async function examine(
  files: string[],
  caseFolder: Case | null,
  given: InputGiven,
  session: Session,
): Promise<Analysis> {
  const beside = findSideFiles(files, { truthFile: given.truth, proofFile: given.proof });
  const preview = previewInput(files, beside.without);
  for (const line of [lookLine(preview), ...conversionLines(preview)]) session.say(line);
  for (const note of beside.notes) session.say(sideNoteWords(note));
  const weaker = protectionLine();
  if (weaker) session.say(weaker);
  const { onProgress, signal } = session;
  const drawn = given.drawn ?? (beside.proofFile === null && caseFolder ? await askDrawn(signal) : null);
  // The rest of the house is loaded while another process reads.
  const onStart = () =>
    void Promise.all([import('../study/analyse'), import('./screen/print-results')]).then(() =>
      loadTaxonomy(),
    );
  const { opened, side } = await openBeside(files, beside, {
    onProgress,
    signal,
    onStart,
    keep: given.keep,
    preview,
  });
  for (const note of side.notes.filter((each) => !beside.notes.includes(each)))
    session.say(sideNoteWords(note));
  const { analyse } = await import('../study/analyse');
  return analyse({
    files,
    opened,
    case: caseFolder,
    drawn,
    proofFile: side.proofFile,
    truthFile: side.truthFile,
    isTruthFound: side.found !== null,
    population: given.population,
    overrides: given.field,
    joins: given.join,
    reviewFile: given.review,
    answers: given.answers ?? undefined,
    keep: given.keep,
    label: given.label,
    onProgress,
    signal,
  });
}

/** A fault of what came through a pipe speaks of the pipe, not of the file that it was kept in. */
function asNamed(fault: unknown, named: ReadonlyMap<string, string>): unknown {
  if (!(fault instanceof AnalysisError)) return fault;
  const argument = named.get(String(fault.context['argument']));
  return argument === undefined ? fault : new AnalysisError(fault.code, { ...fault.context, argument });
}
