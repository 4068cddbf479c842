import { AnalysisError, printable } from '../contract/errors';
import { isAsking } from '../engine/open-engine';
import type { Arguments } from './arguments';
import { readArguments } from './arguments';
import { HELP } from './help';
import { progressLines } from './progress-lines';
import type { Session } from '../study/session';

/** Each command is loaded when it is asked for: `inspect` must not wait for what draws pages. */
const COMMANDS: Record<string, (args: Arguments, session: Session) => Promise<number>> = {
  run: async (...given) => (await import('./run-command')).runCommand(...given),
  inspect: async (...given) => (await import('./inspect-command')).inspectCommand(...given),
  reconcile: async (...given) => (await import('./reconcile-command')).reconcileCommand(...given),
  review: async (...given) => (await import('./review-command')).reviewCommand(...given),
  plan: async (...given) => (await import('./plan-command')).planCommand(...given),
  world: async (...given) => (await import('./world-command')).worldCommand(...given),
  forget: async (...given) => (await import('./forget-command')).forgetCommand(...given),
};

/**
 * The command line.
 *
 * @param argv without node and the script
 * @returns the exit code: 0 done, 1 a check failed, 2 wrong use or no input readable, 130 interrupted
 */
export async function main(argv: string[]): Promise<number> {
  const interrupted = new AbortController();
  const { onProgress, end } = progressLines({
    write: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
    columns: process.stderr.columns,
    now: () => performance.now(),
  });
  const session: Session = {
    onProgress,
    signal: interrupted.signal,
    say: (line) => {
      end();
      process.stderr.write(`${line}\n`);
    },
    print: (text) => {
      end();
      process.stdout.write(text);
    },
  };
  const stop = (error: AnalysisError): void => {
    // Asked a second time: at once.
    if (interrupted.signal.aborted) return endAtAnyPrice(error, session);
    interrupted.abort(error);
    late = setTimeout(() => endAtAnyPrice(error, session), GRACE_MS);
  };
  const onInterrupt = () => stop(new AnalysisError('INTERRUPTED'));
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt);
  let late: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  try {
    const args = readArguments(argv);
    if (args.command === 'help') {
      session.print(HELP);
      return 0;
    }
    const command = COMMANDS[args.command];
    if (!command)
      throw new AnalysisError('USAGE', { rule: `There is no command ${printable(args.command)}` });
    const { timeLimit: seconds } = args;
    if (seconds !== null)
      limit = setTimeout(() => stop(new AnalysisError('TIME_LIMIT', { seconds })), seconds * 1000);
    return await command(args, session);
  } catch (error) {
    return report(interrupted.signal.aborted ? interrupted.signal.reason : error, session);
  } finally {
    end();
    clearTimeout(limit);
    clearTimeout(late);
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
  }
}

/** What is asked to stop and does not is ended with the process so soon after. */
const GRACE_MS = 1500;

/**
 * Ends the process; its folders go with it. Node waits for a statement of the engine that does not hear before it ends:
 * then the process is killed when everything is removed.
 */
function endAtAnyPrice(error: AnalysisError, session: Session): void {
  const code = report(error, session);
  if (!isAsking()) process.exit(code);
  process.emit('exit', code);
  process.kill(process.pid, 'SIGKILL');
}

/** One line with code and reason, one with the next step. A fault of our own says where, and no message: it may quote data. */
function report(error: unknown, session: Session): number {
  const known =
    error instanceof AnalysisError ? error : new AnalysisError('INTERNAL', { place: placeOf(error) });
  session.say(`breachscope: ${known.code}: ${known.message}`);
  session.say(`             ${known.todo}`);
  // Damage alone is no failure; that nothing at all could be read is one.
  return known.exit || 2;
}

/** File and line of the library's innermost frame. */
function placeOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const frame = frames
    .map((line) => /[\\/](?:dist|lib)[\\/]((?:[\w-]+[\\/])*[\w.-]+:\d+)/.exec(line)?.[1])
    .find(Boolean);
  return frame ?? 'an unknown place';
}
