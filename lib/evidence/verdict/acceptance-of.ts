import type { Acceptance, AcceptanceInput } from './acceptance';
import { countAcceptance } from './count-acceptance';
import { shareAcceptance } from './share-acceptance';

/** Lays a claim's region over the evidence. A share of all people examined becomes a count of people. */
export function acceptanceOf(input: AcceptanceInput): Acceptance {
  const { region, outOf, evidence, fresh } = input;
  if (outOf === null) return countAcceptance(region, evidence);
  const { kind, population, examined } = evidence;
  if (kind === 'census' || population === null || examined !== outOf)
    return shareAcceptance(region, outOf, evidence, fresh);
  const scaled = (limit: number | null) => (limit === null || limit > 1 ? null : limit * population);
  return countAcceptance({ low: scaled(region.low), high: scaled(region.high) }, evidence);
}
