import { loadTaxonomy } from './load-taxonomy';
import type { Taxonomy } from '../contract/taxonomy';
import { CATEGORIES } from '../contract/categories';
import { bare, words } from './words';

/** What names of fields and tables are made of, and what people are called. */
export interface Vocabulary {
  /** Whether every part of a name is a word of fields and tables, or made of some. */
  knows: (name: string) => boolean;
  /** Whether a name that is no such word is, by its look, that of a person: `Maria Berg`, `maria.k`. */
  isPersonal: (name: string) => boolean;
  /** The same of a name, or of letters with a number behind them: `maria.k`, `belavoss7125`. */
  isUserName: (name: string) => boolean;
  /**
   * Whether a name is made of words of fields and tables alone, none of them a given name too: what a file may be called by. Stricter
   * than `knows`: a file is called what somebody likes.
   */
  isCommon: (name: string) => boolean;
}

/** Digits of a name beyond which they may be somebody's number. */
const MOST_DIGITS = 3;
/** Letters of a word that may stand in another without a mark between them. */
const SHORTEST_INSIDE = 3;
/** Short words that stand at the end of others: `userid`, `createdat`. */
const ENDS = ['id', 'ids', 'at', 'no', 'nr', 'ip', 'by'];
const MOST_WORDS_INSIDE = 4;
/** More words than these are a sentence, whatever they are. */
const MOST_COMMON = 3;

/** Words stand as they are written: `tel` is one too. */
const NO_SHORT_FORMS = {};

/** Letters and a number of two digits or more. */
const HANDLE = /^\p{Ll}\p{L}{2,}(?:[._-]\p{L}+)*[._-]?\d{2,}$/u;

let loaded: Vocabulary | null = null;

/**
 * The words of `vocabulary.csv`, of the rules on names and of the short forms; and the given names of `given-names.csv`.
 *
 * @example loadVocabulary().knows('patient_birthDate2') // true
 * @example loadVocabulary().isPersonal('maria.k') // true
 * @example loadVocabulary().isCommon('patient_visits') // true
 */
export function loadVocabulary(): Vocabulary {
  return (loaded ??= vocabularyOf(loadTaxonomy()));
}

function vocabularyOf({ words: lists, names, vocabulary, givenNames }: Taxonomy): Vocabulary {
  const wordsOf = (phrases: readonly string[]) => phrases.flatMap((phrase) => words(phrase, NO_SHORT_FORMS));
  const { abbreviations, neighbours, ...others } = lists;
  const known = new Set(
    wordsOf([
      ...vocabulary,
      ...CATEGORIES,
      ...names.flatMap(({ phrases }) => phrases),
      ...Object.entries(abbreviations).flat(),
      ...Object.values(neighbours).flat(),
      ...Object.values(others).flat(),
    ]),
  );
  const people = new Set(wordsOf(givenNames));
  const told = new Map<string, boolean>();
  const isWord = (part: string): boolean => {
    const found =
      told.get(part) ?? (known.has(part) || (!people.has(part) && isMadeOf(part, known, MOST_WORDS_INSIDE)));
    told.set(part, found);
    return found;
  };
  const knows = (name: string) =>
    name.replace(/\D/g, '').length <= MOST_DIGITS &&
    (known.has(bare(name).toLowerCase()) || words(name, NO_SHORT_FORMS).every(isWord));
  const isPersonal = (name: string) => {
    if (knows(name)) return false;
    const parts = words(name, NO_SHORT_FORMS).filter((part) => !known.has(part));
    return (
      parts.some((part) => people.has(part)) ||
      (parts.length > 1 && /^\p{Lu}\p{Ll}+[ ._-]+\p{Lu}[\p{Ll}.]+/u.test(name)) ||
      /^\p{Ll}+\.\p{Ll}+\d*$/u.test(name)
    );
  };
  const isUserName = (name: string) => isPersonal(name) || (!knows(name) && HANDLE.test(name));
  const isCommon = (name: string) => {
    const parts = words(name, NO_SHORT_FORMS);
    return (
      !/\d/.test(name) &&
      parts.length > 0 &&
      parts.length <= MOST_COMMON &&
      parts.every((part) => known.has(part) && !people.has(part))
    );
  };
  return { knows, isPersonal, isUserName, isCommon };
}

/** A word, or several in a row without a mark between them: `kundennummer`. */
function isMadeOf(part: string, words: ReadonlySet<string>, most: number): boolean {
  if (part.length === 1 || words.has(part)) return true;
  if (most === 1) return false;
  for (let end = SHORTEST_INSIDE; end < part.length; end++) {
    if (!words.has(part.slice(0, end))) continue;
    const rest = part.slice(end);
    const isRest = rest.length < SHORTEST_INSIDE ? ENDS.includes(rest) : isMadeOf(rest, words, most - 1);
    if (isRest) return true;
  }
  return false;
}
