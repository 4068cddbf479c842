import type { PrivateResults, Results } from '../contract/results';
import { publishable } from '../publish/gate/publishable';
import { summary } from '../publish/summary';
import type { Analysis } from '../study/analyse';
import type { Arguments } from './arguments';
import { copyLines } from './copy-lines';
import { writeRun } from '../study/write-run';
import type { Session } from '../study/session';

/** What a command ends with: a document, and where its working copy lies, if it has one. */
type Outcome = { results: PrivateResults } & Partial<Pick<Analysis, 'copy' | 'cached'>>;

/** Prints the document (`--json`), or its summary; writes files only where `--out` names a folder. */
export async function printResults(outcome: Outcome, args: Arguments, session: Session): Promise<number> {
  const published: Results = publishable(outcome.results);
  const shown = args.exact ? outcome.results : published;
  if (args.out !== null) {
    const { folder } = await writeRun({
      results: outcome.results,
      published,
      out: args.out,
      notebooks: null,
      session,
    });
    session.say(`Written to ${folder}.`);
  }
  if (args.json) session.print(`${JSON.stringify(shown, null, 1)}\n`);
  else session.print(`${summary(published).join('\n')}\n`);
  if (outcome.copy) for (const line of copyLines([outcome.copy])) session.say(line);
  return readable(published) ? 0 : 2;
}

/** Whether at least one input could be read in whole or part. */
function readable(results: Results): boolean {
  return (
    results.inputs.length === 0 ||
    results.inputs.some(({ status }) => status === 'complete' || status === 'partial')
  );
}
