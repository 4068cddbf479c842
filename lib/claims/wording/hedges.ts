import type { Hedge, NoDenial, Region } from '../../contract/case';
import type { Reading } from '../../contract/results';
import type { SaidNumber } from './said-number';

type Acceptance = (said: SaidNumber) => Region | null;

/** Share of a number by which words may be off: as words are usually taken, and at most. */
const USUAL = 0.05;
const MOST = 0.1;
/** So few people are a small number whatever the population. */
const FEW = 10;

const NO_DENIALS: readonly (Hedge | null)[] = [
  ...(['no-evidence', 'not-aware', 'never-collected', 'no-plans'] satisfies NoDenial[]),
];

/** Whether words are about what a party knows, does or plans, and not about what is there. */
export function isNoDenial(hedge: Hedge | null): hedge is NoDenial {
  return NO_DENIALS.includes(hedge);
}

/** The smallest number above another: the next whole one for counts. */
const above = ({ value, kind }: SaidNumber) =>
  kind === 'count' ? Math.floor(value) + 1 : value * (1 + 1e-12) + 1e-12;

/** Numbers up to so far below and above a value. */
const around = ({ value }: SaidNumber, below: number, high: number): Region => ({
  low: value - below,
  high: value + high,
});

/**
 * What each wording allows, under three readings: low ≤ x < high; null where it allows no region at all.
 *
 * A number without a word is what rounds to it. Zeros at its end may be meant (200 is 195 to 204) or not (150 to 249): usually a number
 * that lies 5 % off is not given for it, and at most one that lies 10 % off. "About" and "around" are 10 % at most, as
 * "about" and "approximately" are in letters of credit all over the world (UCP 600, article 30a); a limit ("over", "at least", "up
 * to") is the limit, and loosely what rounds to it. Readers differ widely (Ferson et al. 2015, Int. J. Approx. Reasoning
 * 57): hence three readings and not one. "A small number" has no meaning of its own; 1,000 people who are at most 0.1 % of all,
 * loosely either of 1,000 people and 1 %, is our choice, printed wherever it is used; it has none where nobody has counted
 * them all: a party's own number of its users is no measure of what is small.
 */
export const HEDGES: Record<Hedge, Record<Reading, Acceptance>> = {
  bare: {
    strict: (said) => around(said, said.fine.below, said.fine.above),
    conventional: (said) => rounded(said, USUAL, 1),
    lenient: (said) => rounded(said, MOST, 2),
  },
  about: aboutIt(),
  around: aboutIt(),
  almost: {
    strict: (said) => almost(said, 0),
    conventional: (said) => almost(said, USUAL),
    lenient: (said) => almost(said, MOST),
  },
  over: limit((said) => above(said)),
  'at-least': limit(({ value }) => value),
  'up-to': {
    strict: (said) => ({ low: 0, high: above(said) }),
    conventional: (said) => ({ low: 0, high: above(said) }),
    lenient: (said) => ({ low: 0, high: Math.max(above(said), said.value + leeway(said, said.fine.above)) }),
  },
  none: same(({ kind }) => ({ low: 0, high: kind === 'count' ? 1 : 1e-12 })),
  some: same(({ kind }) => ({ low: kind === 'count' ? 1 : 1e-12, high: null })),
  'small-number': {
    strict: () => null,
    conventional: ({ population, kind }) =>
      kind === 'count' && population !== null ? upTo(Math.min(1_000, 0.001 * population)) : null,
    lenient: ({ population, kind }) =>
      kind === 'count' && population !== null ? upTo(Math.max(1_000, 0.01 * population)) : null,
  },
  'no-evidence': same(() => null),
  'not-aware': same(() => null),
  'never-collected': same(() => null),
  'no-plans': same(() => null),
  exactly: same((said) =>
    said.kind === 'time'
      ? around(said, said.fine.below, said.fine.above)
      : { low: said.value, high: above(said) },
  ),
};

/** What rounds to a number, the zeros at its end counted in as far as the most that it may be off. */
function rounded(said: SaidNumber, most: number, times: number): Region {
  const { value, fine, coarse, kind } = said;
  // A hundred per cent is everybody but for rounding.
  const off = (finely: number, coarsely: number) =>
    kind === 'share' && value === 1 ? finely : Math.max(finely, Math.min(times * coarsely, most * value));
  return around(said, off(fine.below, coarse.below), off(fine.above, coarse.above));
}

function aboutIt(): Record<Reading, Acceptance> {
  const off = (said: SaidNumber, least: number) => {
    const side = (finely: number, coarsely: number) =>
      Math.max(finely, Math.min(coarsely, MOST * said.value), least * said.value);
    return around(said, side(said.fine.below, said.coarse.below), side(said.fine.above, said.coarse.above));
  };
  return {
    strict: (said) => off(said, 0),
    conventional: (said) => off(said, USUAL),
    lenient: (said) => off(said, MOST),
  };
}

/** Below a number, by what rounds to it or a share of it; of counts by one at least. */
function almost({ value, fine, kind }: SaidNumber, share: number): Region | null {
  if (value === 0) return null;
  const below = value - Math.max(fine.below, share * value);
  return { low: kind === 'count' ? Math.min(below, Math.ceil(value) - 1) : below, high: value };
}

function limit(least: (said: SaidNumber) => number): Record<Reading, Acceptance> {
  const from = (said: SaidNumber, low: number): Region | null =>
    said.kind === 'share' && least(said) > 1 ? null : { low, high: null };
  return {
    strict: (said) => from(said, least(said)),
    conventional: (said) => from(said, least(said)),
    lenient: (said) => from(said, said.value - leeway(said, said.fine.below)),
  };
}

/** How far a limit may itself be rounded. */
function leeway({ value }: SaidNumber, finely: number): number {
  return Math.min(finely, USUAL * value);
}

function upTo(people: number): Region {
  return { low: 1, high: 1 + Math.max(FEW, people) };
}

function same(acceptance: Acceptance): Record<Reading, Acceptance> {
  return { strict: acceptance, conventional: acceptance, lenient: acceptance };
}
