import type { Case } from '../contract/case';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { AnalysisError } from '../contract/errors';
import { previewInput } from '../records/store/preview-input';
import { openInput } from '../records/open-input';
import type { Analysis } from '../study/analyse';
import type { Arguments } from './arguments';
import { askDrawn } from './ask-drawn';
import { conversionLines, lookLine } from './look-line';
import { protectionLine } from './protection-line';
import type { Session } from '../study/session';

/**
 * Says what the input looks like, asks how it was drawn where nobody said, and takes it through the house. With `--json`
 * an input of which nothing can be read has its document too, before the error is told.
 */
export async function examineInput(
  files: string[],
  caseFolder: Case | null,
  args: Arguments,
  session: Session,
): Promise<Analysis> {
  try {
    return await examine(files, caseFolder, args, session);
  } catch (error) {
    const fault: unknown = session.signal.aborted ? session.signal.reason : error;
    const { isOfInput, refusedResults } = await import('../study/refused-results');
    if (args.json && fault instanceof AnalysisError && isOfInput(fault))
      session.print(`${JSON.stringify(refusedResults(fault, caseFolder, args.label), null, 1)}\n`);
    throw fault;
  }
}

async function examine(
  files: string[],
  caseFolder: Case | null,
  args: Arguments,
  session: Session,
): Promise<Analysis> {
  const look = previewInput(files);
  for (const line of [lookLine(look), ...conversionLines(look)]) session.say(line);
  const weaker = protectionLine();
  if (weaker) session.say(weaker);
  const asked = args.drawn ?? (args.proof === null && caseFolder ? await askDrawn(session.signal) : null);
  const { onProgress, signal } = session;
  // The rest of the house is loaded while another process reads.
  const onStart = () =>
    void Promise.all([import('../study/analyse'), import('./print-results')]).then(() => loadTaxonomy());
  const opened = await openInput(files, { onProgress, signal, onStart, keep: args.keep });
  const { analyse } = await import('../study/analyse');
  return analyse({
    files,
    opened,
    case: caseFolder,
    drawn: asked,
    proofFile: args.proof,
    truthFile: args.truth,
    population: args.population,
    overrides: args.fields,
    reviewFile: args.review,
    keep: args.keep,
    onProgress,
    signal,
    ...(args.label !== null && { label: args.label }),
  });
}
