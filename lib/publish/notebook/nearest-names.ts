import { nearestWord } from '../../words/text/nearest-word';

/** Names to tell somebody who misspelt one: the nearest first, a dozen at most. */
export function nearestNames(name: string, known: readonly string[]): string {
  const lower = new Map(known.map((each) => [each.toLowerCase(), each]));
  const nearest = lower.get(nearestWord(name.toLowerCase(), [...lower.keys()]) ?? '');
  const others = known.filter((each) => each !== nearest);
  return [...(nearest === undefined ? [] : [nearest]), ...others].slice(0, 12).join(', ') || 'none';
}
