import type { Evidence } from '../contract/evidence';
import type { Drawn } from '../contract/results';
import { RANK_SPACE } from '../contract/rank';
import type { Proof } from '../contract/truth';
import { binomialTails } from './binomial-tails';

/** What the input itself says of how it was drawn, worked out by the caller. */
export interface DrawFacts {
  /** Distinct keys in the input at the proof's key; without a proof, people under the main definition; null where unknown. */
  unitCount: number | null;
  /** Largest rank of those keys under the proof's seed. */
  largestRank: number | null;
  /** Documents accounted for: read, rejected, skipped and deleted. */
  documents: number;
  /** Total that the input says of itself, such as an envelope's `hits.total`. */
  declaredTotal: number | null;
}

/** What {@link checkDraw} is asked. */
export interface DrawQuestion {
  /** The user's answer; null takes the proof's word, else `unknown`. */
  asked: Drawn | null;
  proof: Proof | null;
  /** People in the population, where no proof says it. */
  population: number | null;
  facts: DrawFacts;
}

const KINDS: readonly Drawn[] = [
  ...(['census', 'census-claimed', 'srs-people', 'srs-records', 'cluster', 'stratified'] as const),
  ...(['two-captures', 'first-n', 'truncated-scroll', 'own-accounts', 'unknown'] as const),
];

/** Each limit of the check of the number drawn misses one honest draw in 2,000: 99.9 % in all. */
const DRAW_MISS = 0.0005;

/**
 * Checks the answer to how an input was drawn against its proof. A check may only downgrade: what fails counts as
 * `unknown`, with the rule that failed in `warnings`. Kinds whose proof is not checked yet keep their name and are
 * treated as convenience samples.
 */
export function checkDraw(question: DrawQuestion): Evidence {
  const { proof, facts } = question;
  const said = KINDS.find((kind) => kind === proof?.kind);
  const asked = question.asked ?? said ?? 'unknown';
  const population = proof?.population.value ?? question.population;
  const base: Evidence = {
    kind: asked,
    asked,
    unit: null,
    population,
    examined: facts.unitCount,
    proof: 'none',
    warnings: [],
  };
  const fail = (rule: string): Evidence => ({
    ...base,
    kind: 'unknown',
    warnings: [`PROOF_INVALID: ${rule}`],
  });
  if (proof && said !== asked && CHECKED.has(asked))
    return fail('its kind is not the one that was asked for');
  if (asked === 'census' || asked === 'census-claimed') {
    if (facts.declaredTotal !== null && facts.declaredTotal !== facts.documents) {
      return fail('the total that the input says of itself differs from the documents accounted for');
    }
  }
  if (asked === 'census') {
    if (!proof?.total) return { ...base, kind: 'census-claimed' };
    if (proof.total.value !== facts.documents)
      return fail('the total differs from the documents accounted for');
    return { ...base, proof: 'checked' };
  }
  if (asked !== 'srs-people') return base;
  if (!proof) return fail('a random draw needs a proof');
  const broken = brokenRule(proof, facts);
  return broken ? fail(broken) : { ...base, unit: proof.unit, proof: 'checked' };
}

const CHECKED: ReadonlySet<Drawn> = new Set<Drawn>(['census', 'srs-people']);

function brokenRule(
  { draw, drawn, population: { value: population } }: Proof,
  facts: DrawFacts,
): string | null {
  if (draw?.rule !== 'lowest-rank') return 'this version checks draws by lowest rank only';
  if (population === null) return 'the size of the population is missing';
  if (facts.unitCount === null || facts.largestRank === null)
    return 'the input has no keys at the path of the proof';
  if (drawn !== facts.unitCount) return 'the number drawn differs from the number of keys in the input';
  if (drawn > population) return 'more were drawn than the population holds';
  if (facts.largestRank > draw.threshold) return 'a key of the input ranks above the threshold';
  const share = Math.min(1, (draw.threshold + 1) / RANK_SPACE);
  const tails = binomialTails(drawn, population, share);
  if (tails.atMost < DRAW_MISS || tails.atLeast < DRAW_MISS) {
    return 'the number drawn lies outside the limits of the population and the threshold';
  }
  return null;
}
