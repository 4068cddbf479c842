import type { Arguments } from './arguments';
import { examineInput } from './examine-input';
import { loadIncident } from './load-incident';
import { printResults } from './print-results';
import { publicResults } from '../study/public-results';
import type { Session } from '../study/session';

/** `reconcile CASE`: the claims against an input; without an input, what the public record alone settles. */
export async function reconcileCommand(args: Arguments, session: Session): Promise<number> {
  const incident = loadIncident(args.names[0]);
  if (args.data.length === 0) return printResults({ results: publicResults(incident) }, args, session);
  return printResults(await examineInput(args.data, incident, args, session), args, session);
}
