import { AnalysisError } from '../../contract/errors';

/** One option of a command: parsing, help and completion all go by it. */
export interface Option<Value = unknown> {
  /** What stands after it, such as FILE; null for a switch. FILE and DIR are completed as paths. */
  takes: string | null;
  /** What it does, as help says it. */
  says: string;
  /** Words that it takes. */
  words: readonly string[];
  /** `again`: it may be given several times; `list`: it takes every word up to the next option. */
  many: 'once' | 'again' | 'list';
  /** Name of the option without which it would do nothing. */
  with?: string;
  /** Name of the option beside which it would do nothing. */
  without?: string;
  /**
   * @param texts what was given, [] for nothing; a switch that was given is ['']
   * @param name as the user writes it, for errors
   * @throws USAGE
   */
  read(texts: string[], name: string): Value;
}

/** Beside which other options it may stand. */
type Beside = Pick<Option, 'with' | 'without'>;

/** A switch: given or not. */
export function flag(says: string, beside: Beside = {}): Option<boolean> {
  return { takes: null, says, words: [], many: 'once', read: (texts) => texts.length > 0, ...beside };
}

/** A text as it was written; null where it was not given. */
export function text(takes: string, says: string, beside: Beside = {}): Option<string | null> {
  return { takes, says, words: [], many: 'once', read: ([value]) => value ?? null, ...beside };
}

/** A whole number above 0. */
export function whole(takes: string, says: string, beside: Beside = {}): Option<number | null> {
  const read = ([value]: string[], name: string) => {
    if (value === undefined) return null;
    const number = Number(value.replaceAll('_', ''));
    if (Number.isSafeInteger(number) && number > 0) return number;
    throw new AnalysisError('USAGE', { rule: `${name} needs a whole number above 0` });
  };
  return { ...text(takes, says, beside), read };
}

/** One of a few words. */
export function oneOf<Word extends string>(
  takes: string,
  words: readonly Word[],
  says: string,
  beside: Beside = {},
): Option<Word | null> {
  const read = ([value]: string[], name: string) => {
    const word = words.find((known) => known === value);
    if (value === undefined || word !== undefined) return word ?? null;
    throw new AnalysisError('USAGE', { rule: `${name} needs one of ${words.join(', ')}` });
  };
  return { ...text(takes, says, beside), words, read };
}

/** Every word up to the next option. */
export function list(takes: string, says: string): Option<string[]> {
  return { takes, says, words: [], many: 'list', read: (texts) => texts };
}
