import { AnalysisError } from '../contract/errors';
import { KIT } from '../contract/kit';
import { kitVersion } from '../cases/kit-files';
import { isAsking } from '../engine/open-engine';
import { COMMANDS } from './commands/all-commands';
import type { Command } from './options/command';
import { commandNamed } from './options/command-named';
import { readCommandLine } from './options/read-command-line';
import { progressLines } from '../publish/progress/progress-lines';
import type { Session } from './session';

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
  // Whoever reads us may have read enough, as `head` does: what it does not want to hear is no fault.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosed);
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
    if (argv[0] === '--version') {
      session.print(`breachscope ${kitVersion()}\n`);
      return 0;
    }
    const [command, ...words] = commandOf(argv);
    const given = readCommandLine(command, words, COMMANDS);
    const seconds = given['timeLimit'];
    if (typeof seconds === 'number')
      limit = setTimeout(() => stop(new AnalysisError('TIME_LIMIT', { seconds })), seconds * 1000);
    return await command.act(given, session);
  } catch (error) {
    return report(interrupted.signal.aborted ? interrupted.signal.reason : error, session, argv[0]);
  } finally {
    end();
    clearTimeout(limit);
    clearTimeout(late);
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
  }
}

/** The command that is asked for, and its words; where help is asked for, that command. */
function commandOf([name = 'help', ...words]: string[]): [Command, ...string[]] {
  const asksHelp = (word: string) => word === '--help' || word === '-h';
  if (asksHelp(name)) return [commandNamed('help', COMMANDS)];
  const command = commandNamed(name, COMMANDS);
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  return options.some(asksHelp) ? [commandNamed('help', COMMANDS), name] : [command, ...words];
}

function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
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

/**
 * One line with code and reason, one with the next step. A fault of our own says where, and no message: it may quote data.
 *
 * @param name of the command, where one was given
 */
function report(error: unknown, session: Session, name = ''): number {
  const known =
    error instanceof AnalysisError ? error : new AnalysisError('INTERNAL', { place: placeOf(error) });
  const isWrong = known.code === 'USAGE' && COMMANDS.some((command) => command.name === name);
  session.say(`breachscope: ${known.code}: ${known.message}`);
  session.say(`             ${isWrong ? `See \`${KIT} ${name} --help\`.` : known.todo}`);
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
