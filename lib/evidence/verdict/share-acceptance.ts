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
 *
 * @param fresh people who may belong to that part beside those counted
 */
export function shareAcceptance(region: Region, outOf: number, evidence: Evidence, fresh = 0): Acceptance {
  const from = region.low ?? 0;
  const to = region.high ?? Infinity;
  const ends = { below: from > 0, above: to <= 1 };
  const frame = evidence.kind === 'census' ? { population: outOf, examined: outOf, whole: true } : evidence;
  const widest = outOf + fresh;
  const draw = provenDraw(evidence);
  const oneByOne = draw?.kind === 'srs-people' || draw?.kind === 'srs-records';
  return {
    most: outOf,
    none: false,
    some: false,
    open: { above: !ends.above, below: !ends.below },
    hard: (low, count) => ({
      low: widest === Infinity ? 0 : hardShareBounds({ low, high: low, outOf: widest }, frame).low,
      high: hardShareBounds({ low, high: Math.min(outOf, count), outOf }, frame).high,
    }),
    inside: ({ low, high }) => low >= from && (!ends.above || (high ?? Infinity) < to),
    outside: ({ low, high }) => low >= to || (high ?? Infinity) < from,
    tooLow: (low) => low < from,
    chances: oneByOne
      ? (low, count) =>
          shareChances(
            { low, count, outOf, widest: Math.min(widest, evidence.examined ?? widest) },
            { from, to, ...ends },
          )
      : null,
  };
}

function shareChances(
  found: { low: number; count: number; outOf: number; widest: number },
  region: { from: number; to: number; below: boolean; above: boolean },
): RegionPValues {
  const { low, count, outOf, widest } = found;
  const { from, to, below, above } = region;
  const against = Math.min(
    below ? binomialTails(count, outOf, from).atMost : 1,
    above ? binomialTails(low, widest, to).atLeast : 1,
  );
  return decided({
    ifBelow: below ? binomialTails(low, widest, from).atLeast : 0,
    ifAbove: above ? binomialTails(count, outOf, to).atMost : 0,
    against: below && above ? 2 * against : against,
  });
}
