import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCase } from '../../cases/load-case';
import type { Drawn } from '../../contract/drawn';
import type { PrivateResults } from '../../contract/results';
import { publishable } from '../../publish/gate/publishable';
import { analyse } from '../../study/analyse';
import { type Hostile, hostileOf } from './hostile';
import { spoil, type Spoiled } from './spoil';
import { trialDraw } from './trial-draw';
import { type ClaimSort, type TrialClaim, trialLedger } from './trial-ledger';
import { THINGS, type TrialWorld, trialWorld } from './trial-world';
import { writeTrial } from './write-trial';

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
  hostile: Hostile;
  lie: Spoiled['lie'];
  /** What the gate made of the draw. */
  kind: Drawn;
  proof: 'checked' | 'none';
  /** On whose word the population and the way of drawing rest. */
  words: PrivateResults['drawn'][number]['words'] | null;
  warnings: string[];
  claims: ClaimOutcome[];
  limits: LimitOutcome[];
}

/**
 * Makes the world of a seed, draws from it, spoils the draw, writes it to a folder of its own and has the kit judge it as a
 * user would; then lays what the kit said beside what is true.
 */
export async function runTrial(seed: number, design: Drawn): Promise<TrialOutcome> {
  const hostile = hostileOf(seed, design);
  const byDocuments = design === 'srs-records' || design === 'cluster';
  const world = trialWorld(seed, { byDocuments }, hostile);
  const other = trialWorld(seed + 500_000, { byDocuments }, hostile);
  const draw = spoil(trialDraw(world, design, hostile), world, {
    hostile,
    other: trialDraw(other, design, hostile),
  });
  const claims = trialLedger(world);
  const dir = mkdtempSync(join(tmpdir(), 'trial-'));
  try {
    const written = writeTrial(dir, draw, claims);
    const { results } = await analyse({
      files: written.files,
      case: loadCase(written.caseDir),
      drawn: draw.proof ? null : draw.asked,
      proofFile: written.proofFile,
      population: draw.typed,
    });
    publishable(results);
    return {
      seed,
      design,
      hostile,
      lie: draw.lie,
      kind: results.drawn[0]?.kind ?? 'unknown',
      proof: results.drawn[0]?.proof ?? 'none',
      words: results.drawn[0]?.words ?? null,
      warnings: results.inputs[0]?.warnings ?? [],
      claims: claims.map((claim) => outcomeOf(claim, results)),
      limits: limitsOf(world, results),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
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
