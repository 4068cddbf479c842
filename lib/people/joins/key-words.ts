import type { Taxonomy } from '../../contract/taxonomy';
import { words } from '../../fields/words';

/** Letters of what stands before a word of keys that is written in one with it: `patnr`, `userid`. */
const SHORTEST = 3;

/** The words of a name that may be a key, with words of keys that are written in one with others apart: `patnr` is `pat`, `nr`. */
export function keyWords(name: string, { words: { abbreviations, keys } }: Taxonomy): string[] {
  return words(name, abbreviations).flatMap((word) => {
    if (keys.includes(word)) return [word];
    const end = [...keys]
      .sort((a, b) => b.length - a.length)
      .find((key) => word.endsWith(key) && word.length - key.length >= SHORTEST);
    return end === undefined ? [word] : [word.slice(0, -end.length), end];
  });
}
