import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameRule } from '../contract/taxonomy';
import { lettersOf } from './letters-of';
import { taxonomyFolder } from './taxonomy-folder';

let loaded: string[] | null = null;

/** Every phrase that is evidence of a category as a name, in lower-case letters only; without the rest of the tables. */
export function loadNamePhrases(): readonly string[] {
  return (loaded ??= read());
}

function read(): string[] {
  const rules = JSON.parse(readFileSync(join(taxonomyFolder(), 'names.json'), 'utf8')) as NameRule[];
  const phrases = rules.flatMap((rule) => rule.phrases.map(lettersOf));
  // The byte pass knows the letters of ASCII alone.
  return [...new Set(phrases)].filter((phrase) => /^[a-z]+$/.test(phrase));
}
