import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { Acceptance } from './acceptance';
import { binomialTails } from '../distributions/binomial-tails';
import { hardShareBounds } from '../limits/hard-bounds';
import { provenDraw } from '../draw/proven-draw';
import { decided, type RegionPValues } from './region-p-values';

/**
 * A region of shares of a part of the people examined. How large that part is in the population is not known, so the
 * tails are binomial, as for Clopper and Pearson's interval.
 */
export function shareAcceptance(region: Region, outOf: number, evidence: Evidence): Acceptance {
  const from = region.low ?? 0;
  const to = region.high ?? Infinity;
  const ends = { below: from > 0, above: to <= 1 };
  const unread = evidence.unread ?? 0;
  const frame = evidence.kind === 'census' ? { population: outOf + unread, examined: outOf } : evidence;
  const draw = provenDraw(evidence);
  const oneByOne = draw?.kind === 'srs-people' || draw?.kind === 'srs-records';
  return {
    most: outOf,
    none: false,
    some: false,
    open: { above: !ends.above, below: !ends.below },
    hard: (low, count) => hardShareBounds({ low, high: count, outOf }, frame),
    inside: ({ low, high }) => low >= from && (!ends.above || (high ?? Infinity) < to),
    outside: ({ low, high }) => low >= to || (high ?? Infinity) < from,
    tooLow: (low) => low < from,
    chances: oneByOne ? (low, count) => shareChances({ low, count, outOf }, { from, to, ...ends }) : null,
  };
}

function shareChances(
  found: { low: number; count: number; outOf: number },
  region: { from: number; to: number; below: boolean; above: boolean },
): RegionPValues {
  const { low, count, outOf } = found;
  const { from, to, below, above } = region;
  const against = Math.min(
    below ? binomialTails(count, outOf, from).atMost : 1,
    above ? binomialTails(low, outOf, to).atLeast : 1,
  );
  return decided({
    ifBelow: below ? binomialTails(low, outOf, from).atLeast : 0,
    ifAbove: above ? binomialTails(count, outOf, to).atMost : 0,
    against: below && above ? 2 * against : against,
  });
}
