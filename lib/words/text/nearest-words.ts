import { nearestWord } from './nearest-word';

/**
 * The known words that one may have been meant to be, the nearest first: those that are only misspelled, then those that
 * hold it, whatever their case.
 *
 * @param most how many at most; defaults to 3
 * @example nearestWords('zone', ['email', 'timezone', 'zoned']) // ['zoned', 'timezone']
 */
export function nearestWords(word: string, known: readonly string[], most = 3): string[] {
  const asked = word.toLowerCase();
  const folded = new Map([...known].reverse().map((each) => [each.toLowerCase(), each]));
  const near: string[] = [];
  for (let rest = [...folded.keys()].reverse(); near.length < most;) {
    const next = nearestWord(asked, rest);
    if (next === null) break;
    near.push(next);
    rest = rest.filter((each) => each !== next);
  }
  const holding = asked.length > 2 ? [...folded.keys()].filter((each) => each.includes(asked)).sort() : [];
  return [...new Set([...near, ...holding])].slice(0, most).map((each) => folded.get(each) ?? each);
}
