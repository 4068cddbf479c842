import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { NameRule, Taxonomy } from '../contract/taxonomy';
import { taxonomyFolder } from './taxonomy-folder';

/** What names of fields and tables are made of, and what people are called. */
export interface Vocabulary {
  /** Whether every part of a name is a word of fields and tables, or made of some. */
  knows: (name: string) => boolean;
  /** Whether a name that is no such word is, by its look, that of a person: `Maria Berg`, `maria.k`. */
  isPersonal: (name: string) => boolean;
}

/** Digits of a name beyond which they may be somebody's number. */
const MOST_DIGITS = 3;
/** Letters of a word that may stand in another without a mark between them. */
const SHORTEST_INSIDE = 3;
/** Short words that stand at the end of others: `userid`, `createdat`. */
const ENDS = ['id', 'ids', 'at', 'no', 'nr', 'ip', 'by'];
const MOST_WORDS_INSIDE = 4;

let loaded: Vocabulary | null = null;

/**
 * The words of `vocabulary.csv`, of the rules on names and of the short forms; and the given names of `given-names.csv`.
 *
 * @example loadVocabulary().knows('patient_birthDate2') // true
 * @example loadVocabulary().isPersonal('maria.k') // true
 */
export function loadVocabulary(): Vocabulary {
  return (loaded ??= read(taxonomyFolder()));
}

function read(folder: string): Vocabulary {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const rows = (name: string, column: string) =>
    parse<Record<string, string>>(text(name), { columns: true }).flatMap((row) => partsOf(row[column] ?? ''));
  const rules = JSON.parse(text('names.json')) as NameRule[];
  const { abbreviations, neighbours, ...lists } = JSON.parse(text('words.json')) as Taxonomy['words'];
  const words = new Set([
    ...rows('vocabulary.csv', 'words'),
    ...rows('categories.csv', 'id'),
    ...[
      ...rules.flatMap(({ phrases }) => phrases),
      ...Object.entries(abbreviations).flat(),
      ...Object.values(neighbours).flat(),
      ...Object.values(lists).flat(),
    ].flatMap(partsOf),
  ]);
  const people = new Set(rows('given-names.csv', 'names'));
  const known = new Map<string, boolean>();
  const isWord = (part: string): boolean => {
    const found =
      known.get(part) ?? (words.has(part) || (!people.has(part) && isMadeOf(part, words, MOST_WORDS_INSIDE)));
    known.set(part, found);
    return found;
  };
  const knows = (name: string) =>
    name.replace(/\D/g, '').length <= MOST_DIGITS && (words.has(fold(name)) || partsOf(name).every(isWord));
  return {
    knows,
    isPersonal: (name) => {
      if (knows(name)) return false;
      const parts = partsOf(name).filter((part) => !words.has(part));
      return (
        parts.some((part) => people.has(part)) ||
        (parts.length > 1 && /^\p{Lu}\p{Ll}+[ ._-]+\p{Lu}[\p{Ll}.]+/u.test(name)) ||
        /^\p{Ll}+\.\p{Ll}+\d*$/u.test(name)
      );
    },
  };
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

/** The words of a name, as marks, digits and upper case part them; lower case, without marks over letters. */
function partsOf(name: string): string[] {
  return fold(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'))
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
}

function fold(text: string): string {
  return text.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
