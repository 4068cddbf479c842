import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { Acceptance } from './acceptance';
import { binomialTails } from '../distributions/binomial-tails';
import { countAcceptance, wholeRegion } from './count-acceptance';
import type { DesignLimits } from '../limits/design-limits';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { decided, type RegionPValues } from './region-p-values';
import { shareAcceptance } from './share-acceptance';

/** A region over evidence whose tails are known by its limits: clusters, documents for people, strata, two captures. */
export interface LimitedInput {
  region: Region;
  outOf: number | null;
  /** As the evidence counts what was drawn. */
  evidence: Evidence;
  /** What holds however it was drawn: population and examined null where they are counted in another unit. */
  own: Evidence;
  limits: DesignLimits;
  /** Of a share: units that may belong to the denominator beside those counted. */
  fresh: number;
}

/**
 * Chances from limits: the smallest chance of a miss at which a limit still lies beyond the region's edge. What such a
 * draw could have shown at best is taken to be what as many units drawn one by one show.
 */
export function limitsAcceptance(input: LimitedInput): Acceptance {
  const { region, outOf, evidence, own, limits, fresh } = input;
  const share = outOf !== null;
  const base = share ? shareAcceptance(region, outOf, own, fresh) : countAcceptance(region, own);
  const edges = share ? shareEdges(region) : countEdges(region, evidence.population);
  const { captures, examined, population } = evidence;
  const most = captures ? Math.min(captures.first, captures.second) : share ? outOf : examined;
  const scale = share ? 1 : (population ?? 1);
  return {
    ...base,
    most,
    chances:
      most === null
        ? null
        : (_, count) =>
            captures
              ? captureChances(edges, captures, most - count)
              : oneByOneChances(edges, { count, of: most, scale }),
    observed: (low, count) => chancesByLimits(edges, limits, low === count),
  };
}

/** Ends of a region: what a limit must reach to lie beyond them. */
interface Edges {
  below: boolean;
  above: boolean;
  /** Least and most inside; for shares the upper edge itself is outside. */
  least: number;
  most: number;
  share: boolean;
}

function countEdges(region: Region, population: number | null): Edges {
  const { least, most } = wholeRegion(region);
  return { least, most, below: least > 0, above: most < (population ?? Infinity), share: false };
}

function shareEdges({ low, high }: Region): Edges {
  const [least, most] = [low ?? 0, high ?? Infinity];
  return { least, most, below: least > 0, above: most <= 1, share: true };
}

/** @param all every one that was found is certain; else only tests that too few would fail are made */
function chancesByLimits(edges: Edges, { at }: DesignLimits, all: boolean): RegionPValues {
  const { below, above, least, most, share } = edges;
  const under = (high: number) => (share ? high < most : high <= most);
  const beyond = (low: number) => (share ? low >= most : low > most);
  const against = Math.min(
    below ? smallest((alpha) => at(0, alpha).high < least) : 1,
    above && all ? smallest((alpha) => beyond(at(alpha, 0).low)) : 1,
  );
  return decided({
    ifBelow: below ? (all ? smallest((alpha) => at(alpha, 0).low >= least) : 1) : 0,
    ifAbove: above ? smallest((alpha) => under(at(0, alpha).high)) : 0,
    against: below && above ? 2 * against : against,
  });
}

/** Smallest chance of a miss at which a test passes, to about 1 part in 1,000; 1 where it takes more than a half. */
function smallest(passes: (alpha: number) => boolean): number {
  if (!passes(0.49)) return 1;
  let [low, high] = [Math.log(1e-9), Math.log(0.49)];
  for (let i = 0; i < 16; i++) {
    const middle = (low + high) / 2;
    if (passes(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}

function oneByOneChances(
  { below, above, least, most, share }: Edges,
  { count, of, scale }: { count: number; of: number; scale: number },
): RegionPValues {
  const step = share ? 0 : 1;
  const tails = (edge: number) => binomialTails(count, of, Math.min(1, Math.max(0, edge / scale)));
  const against = Math.min(below ? tails(least).atMost : 1, above ? tails(most).atLeast : 1);
  return decided({
    ifBelow: below ? tails(least - step).atLeast : 0,
    ifAbove: above ? tails(most + step).atMost : 0,
    against: below && above ? 2 * against : against,
  });
}

/** More people in all mean fewer in both. */
function captureChances(
  { below, above, least, most }: Edges,
  { first, second }: { first: number; second: number },
  both: number,
): RegionPValues {
  const union = first + second - both;
  const tails = (people: number) =>
    people < union ? { atMost: 0, atLeast: 1 } : hypergeometricTails(both, second, first, people);
  const against = Math.min(
    below ? tails(least).atLeast : 1,
    above ? (most < union ? 0 : tails(most).atMost) : 1,
  );
  return decided({
    ifBelow: below ? (least <= union ? 0 : tails(least - 1).atMost) : 0,
    ifAbove: above ? tails(most + 1).atLeast : 0,
    against: below && above ? 2 * against : against,
  });
}
