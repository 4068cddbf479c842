import type { DrawFacts } from '../../contract/draw-facts';
import type { Proof } from '../../contract/truth';
import type { Checked } from './checked';

/**
 * Two captures. Their overlap tells how many there are only where one is a random draw: how the other was taken then makes
 * no difference, as long as it was not chosen by looking at the draw.
 */
export function checkCaptures({ captures, drawn }: Proof, facts: DrawFacts): Checked {
  const found = facts.captures;
  if (!captures || !found) return 'its captures cannot be found in the input';
  if (!found.partsHold) return 'the files of the input are not those of its captures';
  const { first, second, both } = found;
  if (first === 0 || second === 0) return 'a capture has no keys at the path of the proof';
  if (drawn !== first + second - both) return 'the number drawn differs from the number of keys in the input';
  const random = captures.list.map(({ draw }, i) => {
    const rank = found.largestRanks[i] ?? null;
    return draw === null ? null : rank !== null && rank <= draw.threshold;
  });
  if (random.includes(false)) return 'a key of a capture ranks above its threshold';
  return {
    population: null,
    examined: drawn,
    captures: { first, second, both, independent: random.includes(true) },
  };
}
