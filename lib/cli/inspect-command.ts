import { AnalysisError } from '../contract/errors';
import type { Arguments } from './arguments';
import { examineInput } from './examine-input';
import type { Session } from '../study/session';

/** `inspect FILE…`: fields, categories and people of any input, no case needed. */
export async function inspectCommand(args: Arguments, session: Session): Promise<number> {
  const files = [...args.names, ...args.data];
  if (files.length === 0) throw new AnalysisError('USAGE', { rule: 'inspect needs a file' });
  const analysis = await examineInput(files, null, args, session);
  const { printResults } = await import('./print-results');
  return printResults(analysis, args, session);
}
