import type { Counted, Evidence, Interval } from '../contract/evidence';
import { clopperPearsonInterval } from './clopper-pearson-interval';
import { hypergeometricInterval } from './hypergeometric-interval';

declare const proven: unique symbol;

/**
 * Evidence of which a checked proof says that people were drawn at random from a population of known size. Only
 * {@link randomDraw} makes one, so an interval for a convenience sample does not compile.
 */
export interface RandomDraw extends Evidence {
  readonly [proven]: true;
  kind: 'srs-people';
  unit: string;
  population: number;
  examined: number;
}

/** The evidence as a random draw, or null where it is none. */
export function randomDraw(evidence: Evidence): RandomDraw | null {
  const { kind, proof, unit, population, examined } = evidence;
  const holds =
    kind === 'srs-people' && proof === 'checked' && unit !== null && population !== null && examined !== null;
  return holds ? (evidence as RandomDraw) : null;
}

/**
 * The exact two-sided 95 % interval that a random draw gives for what was counted in it.
 *
 * People and shares of all people examined: hypergeometric. Shares of a part of them: Clopper and Pearson, because the
 * size of that part in the population is not known.
 *
 * @param counted in the drawn unit, with a count
 * @returns people, or shares in [0, 1]
 */
export function drawnInterval(counted: Counted & { count: number }, draw: RandomDraw): Interval {
  const { population, examined } = draw;
  if (counted.unit !== 'share') return hypergeometricInterval(counted.count, examined, { population });
  if (counted.outOf !== examined) return clopperPearsonInterval(counted.count, counted.outOf ?? 0);
  const people = hypergeometricInterval(counted.count, examined, { population });
  return { ...people, low: people.low / population, high: people.high / population };
}
