import type { Taxonomy } from '../../contract/taxonomy';
import { words } from '../../cases/words';

/** Letters of what stands before a word of keys that is written in one with it: `patnr`, `userid`. */
const SHORTEST = 3;

/** The words of a name that may be a key, with words of keys that are written in one with others apart: `patnr` is `pat`, `nr`. */
export function keyWords(name: string, { words: { abbreviations, keys } }: Taxonomy): string[] {
  return words(name, abbreviations).flatMap((word) => {
    if (keys.includes(word)) return [word];
    const ends = keys.filter((key) => word.endsWith(key) && word.length - key.length >= SHORTEST);
    const end = ends.sort((a, b) => b.length - a.length)[0];
    return end === undefined ? [word] : [word.slice(0, -end.length), end];
  });
}

/** Those of them that say whose key it is: all but the words of keys. */
export function tellingWords(name: string, taxonomy: Taxonomy): string[] {
  return keyWords(name, taxonomy).filter((word) => !taxonomy.words.keys.includes(word));
}
