import type { Drawn } from '../../contract/drawn';
import type { PrivateResults } from '../../contract/results';
import type { Hostile } from './hostile';
import type { Spoiled } from './spoil';
import type { ClaimSort, TrialClaim } from './trial-ledger';
import { THINGS, type TrialWorld } from './trial-world';

/** What the kit said of one claim, and what is true. */
export interface ClaimOutcome {
  id: string;
  sort: ClaimSort;
  holds: boolean | null;
  /** null: none was given. */
  verdict: string | null;
  outcome: 'right' | 'wrong' | 'open';
  because: string;
}

/** Limits that the kit printed of one measure. */
export interface LimitOutcome {
  id: string;
  truth: number;
  low: number | null;
  high: number | null;
  /** 1: the limits are called certain. */
  level: number;
  misses: 'above' | 'below' | null;
}

/** One world, drawn once, as the kit saw it and as it was. */
export interface TrialOutcome {
  seed: number;
  design: Drawn;
  /** Somebody looked at every path before. */
  looked: boolean;
  hostile: Hostile;
  lie: Spoiled['lie'];
  /** What the gate made of the draw. */
  kind: Drawn;
  proof: 'checked' | 'none';
  /** On whose word the population and the way of drawing rest. */
  words: PrivateResults['drawn'][number]['words'] | null;
  /** The population that limits and verdicts use; null where they use none. */
  population: number | null;
  warnings: string[];
  claims: ClaimOutcome[];
  limits: LimitOutcome[];
}

/** What is known of a trial besides what the kit says. */
export interface TrialTruth {
  world: TrialWorld;
  design: Drawn;
  hostile: Hostile;
  lie: Spoiled['lie'];
  claims: TrialClaim[];
}

/** Lays what the kit said beside what is true. */
export function trialOutcome(truth: TrialTruth, results: PrivateResults, looked: boolean): TrialOutcome {
  const { world, claims, ...known } = truth;
  const [drawn] = results.drawn;
  return {
    seed: world.seed,
    ...known,
    looked,
    kind: drawn?.kind ?? 'unknown',
    proof: drawn?.proof ?? 'none',
    words: drawn?.words ?? null,
    population: drawn?.population ?? null,
    warnings: results.inputs[0]?.warnings ?? [],
    claims: claims.map((claim) => outcomeOf(claim, results)),
    limits: limitsOf(world, results),
  };
}

function outcomeOf({ sort, holds, entry }: TrialClaim, { claims }: PrivateResults): ClaimOutcome {
  const { verdict, because = '' } = claims.find(({ id }) => id === entry.id) ?? {};
  const decided = verdict === 'supported' || verdict === 'refuted';
  const right = holds !== null && (verdict === 'supported') === holds;
  return {
    id: entry.id,
    sort,
    holds,
    verdict: verdict ?? null,
    because,
    outcome: decided ? (right ? 'right' : 'wrong') : 'open',
  };
}

/** Every limit that was printed of a number that the maker knows. */
function limitsOf(world: TrialWorld, { measures }: PrivateResults): LimitOutcome[] {
  const people = world.keys.length;
  const truths = new Map<string, number>([
    ['people.accounts', people],
    ['documents', world.documents.length],
    ['people.emails-l2', world.emails],
    ['people.emails-l3', world.emails],
  ]);
  for (const thing of THINGS) {
    const holders = world.things[thing].holders.size;
    truths.set(`people.with:${thing}`, holders);
    truths.set(`people.with-certain:${thing}`, holders);
    truths.set(`share.with:${thing}`, holders / people);
  }
  return measures.flatMap(({ id, low, high, level }): LimitOutcome[] => {
    const truth = truths.get(id);
    if (truth === undefined || (low === null && high === null)) return [];
    const [least, most] = [Number(low ?? 0), high === null ? Infinity : Number(high)];
    const misses = least > truth + 1e-12 ? 'above' : most < truth - 1e-12 ? 'below' : null;
    return [
      { id, truth, low: low === null ? null : least, high: high === null ? null : most, level, misses },
    ];
  });
}
