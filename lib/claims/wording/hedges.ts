import type { Hedge, Region } from '../../contract/case';
import type { Reading } from '../../contract/results';

/** A number as it was said. */
export interface SaidNumber {
  value: number;
  /** Unit of the last digit that is certain to be meant: 1,000 in "24,000". */
  coarse: number;
  /** Unit of the last digit that may be meant where the number ends with zeros: 100 in "24,000"; else `coarse`. */
  fine: number;
  /** Size of the population, null where it is not known. */
  population: number | null;
}

type Acceptance = (said: SaidNumber) => Region | null;

const around = (value: number, margin: number): Region => ({ low: value - margin, high: value + margin });
/** The smallest number above a value: the next whole one for counts. */
const above = (value: number) => (value >= 1 ? value + 1 : value + 1e-12);

/**
 * What each wording allows, under three readings: low ≤ x < high; null where it allows no region at all. The margins are
 * those of rounding, and of the hedge table of PyUncertainNumber after Ferson et al. 2015 (Int. J. Approx. Reasoning 57),
 * which found that readers disagree widely: hence three readings and not one. "A small number" has no meaning of its own;
 * 1,000 people who are at most 0.1 % of all is our choice, printed wherever it is used.
 */
export const HEDGES: Record<Hedge, Record<Reading, Acceptance>> = {
  bare: {
    strict: ({ value, fine }) => around(value, fine / 2),
    conventional: ({ value, coarse }) => around(value, coarse / 2),
    lenient: ({ value, coarse }) => around(value, coarse),
  },
  about: {
    strict: ({ value, coarse }) => around(value, coarse / 2),
    conventional: ({ value, coarse }) => around(value, Math.max(coarse / 2, 0.05 * value)),
    lenient: ({ value, coarse }) => around(value, Math.max(2 * coarse, 0.05 * value)),
  },
  around: {
    strict: ({ value, coarse }) => around(value, coarse / 2),
    conventional: ({ value, coarse }) => around(value, Math.max(coarse / 2, 0.05 * value)),
    lenient: ({ value, coarse }) => around(value, Math.max(10 * coarse, 0.05 * value)),
  },
  almost: {
    strict: ({ value, fine }) => ({ low: value - fine / 2, high: value }),
    conventional: ({ value, fine }) => ({ low: Math.min(0.95 * value, value - fine / 2), high: value }),
    lenient: ({ value, coarse }) => ({ low: Math.min(0.9 * value, value - coarse / 2), high: value }),
  },
  over: {
    strict: ({ value }) => ({ low: above(value), high: null }),
    conventional: ({ value }) => ({ low: above(value), high: null }),
    lenient: ({ value, coarse }) => ({ low: value - coarse / 2, high: null }),
  },
  'at-least': {
    strict: ({ value }) => ({ low: value, high: null }),
    conventional: ({ value }) => ({ low: value, high: null }),
    lenient: ({ value, coarse }) => ({ low: value - coarse / 2, high: null }),
  },
  'up-to': {
    strict: ({ value }) => ({ low: 0, high: above(value) }),
    conventional: ({ value, coarse }) => ({ low: 0, high: Math.max(above(value), value + coarse / 2) }),
    lenient: ({ value, coarse }) => ({ low: 0, high: Math.max(above(value), value + coarse / 2) }),
  },
  none: same(() => ({ low: 0, high: 1 })),
  some: same(() => ({ low: 1, high: null })),
  'small-number': {
    strict: () => null,
    conventional: ({ population }) => ({
      low: 1,
      high: 1 + Math.min(1_000, 0.001 * (population ?? Infinity)),
    }),
    lenient: ({ population }) => (population === null ? null : { low: 1, high: 1 + 0.01 * population }),
  },
  exactly: same(({ value }) => ({ low: value, high: above(value) })),
};

function same(acceptance: Acceptance): Record<Reading, Acceptance> {
  return { strict: acceptance, conventional: acceptance, lenient: acceptance };
}
