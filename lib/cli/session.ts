import type { OnProgress } from '../contract/progress';

/** What a command gets from the process it runs in. */
export interface Session {
  onProgress: OnProgress;
  /** Aborted by Ctrl-C and at the time limit. */
  signal: AbortSignal;
  /** A line for people, on standard error. */
  say(line: string): void;
  /** The command's result, on standard output. */
  print(text: string): void;
}
