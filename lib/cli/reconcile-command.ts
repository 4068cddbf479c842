import type { Arguments } from './arguments';
import { examineInput } from './examine-input';
import { loadCaseFolder } from './load-case-folder';
import { printResults } from './print-results';
import { publicResults } from '../study/public-results';
import type { Session } from '../study/session';

/** `reconcile CASE`: the claims against an input; without an input, what the public record alone settles. */
export async function reconcileCommand(args: Arguments, session: Session): Promise<number> {
  const caseFolder = loadCaseFolder(args.names[0]);
  if (args.data.length === 0) return printResults({ results: publicResults(caseFolder) }, args, session);
  return printResults(await examineInput(args.data, caseFolder, args, session), args, session);
}
