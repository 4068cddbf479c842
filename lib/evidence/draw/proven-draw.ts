import type { Evidence } from '../../contract/evidence';

declare const proven: unique symbol;

interface Proven extends Evidence {
  readonly [proven]: true;
  proof: 'checked';
  unit: string;
}

/** People, or documents, drawn one by one from a population of known size. */
export interface DrawnOneByOne extends Proven {
  kind: 'srs-people' | 'srs-records';
  population: number;
  examined: number;
}

/** Clusters of people or documents, drawn from a known number of them. */
export interface DrawnInClusters extends Proven {
  kind: 'cluster';
  clusters: { drawn: number; frame: number };
}

/** People or documents drawn apart from each stratum. */
export interface DrawnInStrata extends Proven {
  kind: 'stratified';
  population: number;
  strata: { population: number; examined: number }[];
}

/** Two captures, one of them a random draw. */
export interface IndependentCaptures extends Proven {
  kind: 'two-captures';
  captures: { first: number; second: number; both: number; independent: true };
}

/**
 * Evidence of which a checked proof says how it was drawn at random. Only {@link provenDraw} makes one, so an interval for
 * a convenience sample does not compile.
 */
export type ProvenDraw = DrawnOneByOne | DrawnInClusters | DrawnInStrata | IndependentCaptures;

/** The evidence as a random draw, or null where it is none: the gate of every interval. */
export function provenDraw(evidence: Evidence): ProvenDraw | null {
  const { kind, proof, unit, population, examined, clusters, strata, captures } = evidence;
  if (proof !== 'checked' || unit === null) return null;
  const sized = population !== null && examined !== null;
  const holds =
    ((kind === 'srs-people' || kind === 'srs-records') && sized) ||
    (kind === 'cluster' && clusters !== undefined) ||
    (kind === 'stratified' && sized && strata !== undefined) ||
    (kind === 'two-captures' && captures?.independent === true);
  return holds ? (evidence as ProvenDraw) : null;
}
