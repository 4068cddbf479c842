import { AnalysisError } from '../contract/errors';
import { forget } from '../records/store/forget';
import type { Arguments } from './arguments';
import { formatBytes } from './format';
import type { Session } from '../study/session';

/** `forget FILE… | --all`: deletes private working copies now. */
export function forgetCommand(args: Arguments, session: Session): Promise<number> {
  if (args.all === args.names.length > 0)
    throw new AnalysisError('USAGE', { rule: 'forget needs files, or --all' });
  const gone = forget(args.all ? 'all' : args.names);
  session.print(
    `${gone.copies} working ${gone.copies === 1 ? 'copy' : 'copies'} deleted, ${formatBytes(gone.bytes)} freed.\n`,
  );
  return Promise.resolve(0);
}
