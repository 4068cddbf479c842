import type { DrawFacts } from '../../contract/draw-facts';
import type { Evidence } from '../../contract/evidence';
import { DRAWN, type Drawn } from '../../contract/drawn';
import { isDocuments } from '../../contract/measure-id';
import type { Proof } from '../../contract/truth';
import { checkCaptures } from './check-captures';
import { checkClusters } from './check-clusters';
import { checkCounts } from './check-counts';
import { rankRule } from './check-ranks';
import { checkStrata } from './check-strata';
import type { Checked } from './checked';

/** What {@link checkDraw} is asked. */
export interface DrawQuestion {
  /** The user's answer; null takes the proof's word, else `unknown`. */
  asked: Drawn | null;
  proof: Proof | null;
  /** People in the population, where no proof says it. */
  population: number | null;
  facts: DrawFacts;
}

/** The designs that a proof can show, each with its check. */
const CHECKS: Partial<Record<Drawn, (proof: Proof, facts: DrawFacts) => Checked>> = {
  'srs-people': (proof, facts) => rankRule(proof, facts) ?? {},
  'srs-records': checkRecords,
  cluster: checkClusters,
  stratified: checkStrata,
  'two-captures': checkCaptures,
};

/**
 * Checks the answer to how an input was drawn against its proof. A check may only downgrade: what fails counts as
 * `unknown`, with the rule that failed in `warnings`. Kinds that no proof can show keep their name and are treated as
 * convenience samples.
 */
export function checkDraw(question: DrawQuestion): Evidence {
  const { proof, facts } = question;
  const said = DRAWN.find((kind) => kind === proof?.kind);
  const asked = question.asked ?? said ?? 'unknown';
  const base: Evidence = {
    kind: asked,
    asked,
    unit: null,
    population: proof?.population.value ?? question.population,
    examined: facts.unitCount,
    proof: 'none',
    warnings: [],
    whole: false,
    words: {
      population: proof ? 'proof' : question.population === null ? null : 'user',
      total: proof?.total ? 'proof' : facts.declaredTotal === null ? null : 'server',
      drawn: proof ? 'proof' : 'user',
    },
    ...(facts.unread !== undefined && facts.unread > 0 && { unread: facts.unread }),
  };
  const fail = (rule: string): Evidence => ({
    ...base,
    kind: 'unknown',
    warnings: [`PROOF_INVALID: ${rule}`],
  });
  const check = CHECKS[asked];
  if (proof && said !== asked && (check !== undefined || asked === 'census'))
    return fail('its kind is not the one that was asked for');
  if (asked === 'census' || asked === 'census-claimed') {
    if (facts.declaredTotal !== null && facts.declaredTotal !== facts.documents)
      return fail('the total that the input says of itself differs from the documents accounted for');
  }
  if (asked === 'census') {
    if (!proof?.total) return { ...base, kind: 'census-claimed' };
    return proof.total.value === facts.documents
      ? { ...base, proof: 'checked', whole: true }
      : fail('the total differs from the documents accounted for');
  }
  if (!check) return base;
  if (!proof) return fail('this kind of draw needs a proof');
  const checked = check(proof, facts);
  return typeof checked === 'string'
    ? fail(checked)
    : { ...base, unit: proof.unit, proof: 'checked', whole: true, ...checked };
}

function checkRecords(proof: Proof, facts: DrawFacts): Checked {
  if (!isDocuments(proof.unit)) return 'its unit is not documents';
  const broken = rankRule(proof, facts);
  if (broken !== null) return broken;
  if (facts.unitDocuments !== proof.drawn) return 'there are not as many documents as different keys of them';
  return checkCounts(proof, facts);
}
