import { DRAWN, type Drawn } from '../../contract/drawn';
import type { TrialOutcome } from './trial-outcome';

/** What became of the worlds of one design. */
export interface TrialRow {
  design: Drawn;
  worlds: number;
  /** Verdicts in worlds about which nobody lied, after every path was looked at; wrong ones before that too. */
  right: number;
  wrong: number;
  open: number;
  /** Share of those worlds with any wrong verdict. */
  wrongWorlds: number;
  /** Claims decided that records cannot show. */
  outside: number;
  /** Worlds with something untrue in the proof or in what the user typed. */
  lies: number;
  /** Of them, those whose proof failed or was not found whole, and the wrong verdicts after that. */
  caught: number;
  wrongAfterFailed: number;
  /** Those that were neither caught, nor is it printed on whose word the untrue number rests. */
  unsaid: number;
  /** Limits that are called certain, and those of them that do not hold the truth. */
  certain: number;
  certainMisses: number;
  /** Limits by chance, and shares of them above and below the truth. */
  limits: number;
  above: number;
  below: number;
  /** Claims that were decided rightly before absence had to be earned, and those of them that still are. */
  before: number;
  still: number;
}

/** The seed of the n-th world of a design. */
export function trialSeed(design: Drawn, number: number): number {
  return 1000 * DRAWN.indexOf(design) + number;
}

/**
 * Adds up what became of trials, design by design.
 *
 * @param before claims decided rightly before, by seed: numbers in the ledger
 */
export function trialRows(outcomes: readonly TrialOutcome[], before: Record<string, number[]>): TrialRow[] {
  return DRAWN.flatMap((design) => {
    const own = outcomes.filter((outcome) => outcome.design === design);
    return own.length === 0 ? [] : [rowOf(design, own, before)];
  });
}

function rowOf(design: Drawn, own: TrialOutcome[], before: Record<string, number[]>): TrialRow {
  const honest = own.filter(({ lie }) => lie === null);
  const lies = own.filter(({ lie }) => lie !== null);
  const caught = lies.filter(isCaught);
  const wrongIn = (outcomes: TrialOutcome[]) =>
    outcomes.flatMap(({ claims }) => claims.filter(({ outcome }) => outcome === 'wrong')).length;
  const looked = honest.filter((outcome) => outcome.looked);
  const claims = looked.flatMap((outcome) => outcome.claims);
  const limits = honest.flatMap((outcome) => outcome.limits);
  const [certain, byChance] = [limits.filter(isCertain), limits.filter((limit) => !isCertain(limit))];
  const part = (side: 'above' | 'below') =>
    byChance.filter(({ misses }) => misses === side).length / Math.max(1, byChance.length);
  const earlier = looked.map((outcome) => {
    const numbers = before[outcome.seed] ?? [];
    return {
      all: numbers.length,
      still: numbers.filter((at) => outcome.claims[at]?.outcome === 'right').length,
    };
  });
  return {
    design,
    worlds: own.filter((outcome) => outcome.looked).length,
    right: claims.filter(({ outcome }) => outcome === 'right').length,
    wrong: wrongIn(honest),
    open: claims.filter(({ outcome }) => outcome === 'open').length,
    wrongWorlds:
      looked.filter(({ seed }) => wrongIn(honest.filter((one) => one.seed === seed)) > 0).length /
      Math.max(1, looked.length),
    outside: own.flatMap((outcome) => outcome.claims).filter(isOutsideDecided).length,
    lies: lies.filter((outcome) => outcome.looked).length,
    caught: caught.filter((outcome) => outcome.looked).length,
    wrongAfterFailed: wrongIn(caught.filter(({ proof }) => proof === 'none')),
    unsaid: lies.filter((outcome) => !isCaught(outcome) && !isSaid(outcome)).length,
    certain: certain.length,
    certainMisses: certain.filter(({ misses }) => misses !== null).length,
    limits: byChance.length,
    above: part('above'),
    below: part('below'),
    before: earlier.reduce((sum, { all }) => sum + all, 0),
    still: earlier.reduce((sum, { still }) => sum + still, 0),
  };
}

const isCertain = ({ level }: { level: number }) => level === 1;

function isOutsideDecided({ holds, verdict }: TrialOutcome['claims'][number]): boolean {
  return holds === null && (verdict === 'supported' || verdict === 'refuted');
}

function isCaught({ warnings }: TrialOutcome): boolean {
  return warnings.some((warning) => /^(PROOF_|DOCUMENTS_MISSING|POPULATION_TOO_SMALL)/.test(warning));
}

/** Whether the word is printed on which the number rests that is not so; a population that nothing uses needs none. */
function isSaid({ lie, words, population }: TrialOutcome): boolean {
  if (lie === 'population' && population === null) return true;
  const word = lie === 'population' ? words?.population : (words?.drawn ?? words?.total);
  return word !== undefined && word !== null && word !== 'counted';
}
