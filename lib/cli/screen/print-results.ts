import type { PrivateResults, Results } from '../../contract/results';
import { publishable } from '../../publish/gate/publishable';
import { summary } from '../../publish/summary';
import { writeRun } from '../../study/write-run';
import type { InputGiven } from '../options/input-options';
import type { Session } from '../session';
import { type Copied, copyLines } from './copy-lines';

/** What is printed of a document. */
export interface Printed extends Pick<InputGiven, 'json' | 'exact'> {
  results: PrivateResults;
  /** As it may be shared. */
  published: Results;
}

/**
 * Prints a document (`--json`; the private one with `--exact`), or its summary.
 *
 * @returns exit code: 2 where none of its inputs could be read
 */
export function printDocument({ results, published, json, exact }: Printed, session: Session): number {
  const lines = json ? [JSON.stringify(exact ? results : published, null, 1)] : summary(published);
  session.print(`${lines.join('\n')}\n`);
  const readable = published.inputs.some(({ status }) => status === 'complete' || status === 'partial');
  return readable || published.inputs.length === 0 ? 0 : 2;
}

/**
 * Ends a command that makes a document: prints it, says where its working copy lies, and writes files where `--out`
 * names a folder.
 *
 * @returns exit code
 */
export async function printResults(
  { results, copy }: { results: PrivateResults } & Copied,
  { out, json, exact }: Pick<InputGiven, 'out' | 'json' | 'exact'>,
  session: Session,
): Promise<number> {
  const { onProgress, signal } = session;
  const written = out === null ? null : await writeRun({ results, out, caseDir: null, onProgress, signal });
  if (written) session.say(`Written to ${written.folder}.`);
  const published = written?.published ?? publishable(results);
  const code = printDocument({ results, published, json, exact }, session);
  for (const line of copyLines([{ copy }])) session.say(line);
  return code;
}
