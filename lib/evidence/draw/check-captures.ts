import type { CaptureRanks, DrawFacts } from '../../contract/draw/draw-facts';
import type { Proof } from '../../contract/truth';
import type { Checked } from './checked';
import { binomialTails } from '../distributions/binomial-tails';
import { chanceOf, chanceRule, evenRule, UNEVEN_MISS } from './check-ranks';

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
  const random = captures.list.map(({ draw }, i) =>
    draw === null
      ? null
      : captureRule(found.ranks[i] ?? null, {
          ...draw,
          drawn: i === 0 ? first : second,
          other: i === 0 ? second : first,
          both,
        }),
  );
  const broken = random.find((rule) => typeof rule === 'string');
  if (broken !== undefined) return broken;
  return {
    population: null,
    examined: drawn,
    captures: { first, second, both, independent: random.includes(true) },
  };
}

/** Whether a capture is the random draw that it is said to be; a text is the rule that it breaks. */
function captureRule(
  ranks: CaptureRanks | null,
  draw: { drawn: number; threshold: number; other: number; both: number },
): true | string {
  if (ranks === null || ranks.largest > draw.threshold) return 'a key of a capture ranks above its threshold';
  if (ranks.missing > 0)
    return 'a key of the other capture ranks low enough for the random one and is not in it';
  return chanceRule([draw]) ?? evenRule([ranks.parts]) ?? overlapRule(draw) ?? true;
}

/**
 * Whether as many of the other capture's keys are in the random one as its threshold lets in: whoever chose the other by looking
 * at it took more of them, or left them out.
 */
function overlapRule({
  threshold,
  other,
  both,
}: {
  threshold: number;
  other: number;
  both: number;
}): string | null {
  const { atMost, atLeast } = binomialTails(both, other, chanceOf(threshold));
  return Math.min(atMost, atLeast) < UNEVEN_MISS / 2
    ? 'of the other capture’s keys more, or fewer, are in the random one than one honest pair in 10,000 has'
    : null;
}
