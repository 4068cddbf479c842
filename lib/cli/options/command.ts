import type { Session } from '../session';
import type { Option } from './option';

/** Options of a command; `timeLimit` is written `--time-limit`. */
export type Options = Record<string, Option>;

/** What was given for each option, and the words that belong to none. */
export type Given<Own extends Options = Options> = {
  [Name in keyof Own]: Own[Name] extends Option<infer Value> ? Value : never;
} & { names: string[] };

/** A command: its table of options is what reads, explains and completes it. */
export interface Command<Own extends Options = Options> {
  name: string;
  /** Words that are no options, as help shows them, such as `CASE NAME`. */
  takes: string;
  /** Those that are known, for completion. */
  words?: readonly string[];
  /** How many of them there may be. */
  most: number;
  /** What it does, in one sentence without its end. */
  says: string;
  /** A real call of it, without the program's name. */
  example: string;
  options: Own;
  /**
   * Does it. What is heavy is loaded here: `inspect` must not wait for what draws pages.
   *
   * @returns the exit code
   */
  act(given: Given<Own>, session: Session): Promise<number>;
}

/** A command with the types of its own options. */
export function command<Own extends Options>(own: Command<Own>): Command<Own> {
  return own;
}

/** An option's name as it is written: `timeLimit` → `--time-limit`. */
export function written(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
