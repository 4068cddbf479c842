import { DRAWN, type Drawn } from '../../contract/drawn';
import type { DrawFacts } from '../../contract/draw/draw-facts';
import type { Evidence } from '../../contract/evidence';
import { isDocuments } from '../../contract/measure-id';
import type { Proof } from '../../contract/truth';
import { boundRule } from './bound-rule';
import { checkCaptures } from './check-captures';
import { checkCensus } from './check-census';
import { checkClusters } from './check-clusters';
import { checkCounts } from './check-counts';
import { rankRule } from './check-ranks';
import { checkStrata } from './check-strata';
import { checkSeal } from './check-seal';
import type { Checked } from './checked';
import type { DrawQuestion } from './draw-question';
import { onWordAlone } from './on-word-alone';

/** The designs that a proof can show, each with its check. */
const CHECKS: Partial<Record<Drawn, (proof: Proof, facts: DrawFacts) => Checked>> = {
  'srs-people': (proof, facts) => rankRule(proof, facts) ?? { examined: proof.drawn },
  'srs-records': checkRecords,
  cluster: checkClusters,
  stratified: checkStrata,
  'two-captures': checkCaptures,
};

/**
 * Checks the answer to how an input was drawn against its proof. A check may only downgrade: what fails counts as
 * `unknown`, with the rule that failed in `warnings`, and nothing else that its proof says is used. Kinds that no proof can
 * show keep their name and are treated as convenience samples.
 *
 * @returns also on whose word it rests, and whether all documents of the draw are shown to be there
 */
export function checkDraw(question: DrawQuestion): Evidence {
  const { proof, facts } = question;
  const said = DRAWN.find((kind) => kind === proof?.kind);
  const asked = question.asked ?? said ?? 'unknown';
  const fail = (rule: string): Evidence => ({
    ...onWordAlone({ ...question, proof: null }),
    kind: 'unknown',
    warnings: [`PROOF_INVALID: ${rule}`],
  });
  const check = CHECKS[asked];
  const others = proof !== null && said !== asked;
  if (others && (check !== undefined || asked === 'census'))
    return fail('its kind is not the one that was asked for');
  const own = others ? null : proof;
  const word = onWordAlone({ ...question, proof: own });
  if (check !== undefined && !own) return fail('this kind of draw needs a proof');
  if (own && (check !== undefined || asked === 'census') && contradicts(own, question.population))
    return fail('its population is not the one that was given');
  if (asked === 'census' || asked === 'census-claimed') {
    const census = checkCensus(own, word, facts);
    if (typeof census === 'string') return fail(census);
    const sealed = own && census.proof === 'checked' ? checkSeal(own, facts) : { warnings: [] };
    return { ...word, ...census, ...sealed, warnings: [...word.warnings, ...sealed.warnings] };
  }
  if (!check || !own) return word;
  const checked = check(own, facts);
  if (typeof checked === 'string') return fail(checked);
  const bound = boundRule(own, facts);
  if (typeof bound === 'string') return fail(bound);
  const sealed = checkSeal(own, facts);
  const { value: population } = own.population;
  const proven: Evidence = { ...word, unit: own.unit, population, proof: 'checked', ...bound, ...checked };
  return {
    ...proven,
    ...sealed,
    warnings: [...bound.warnings, ...sealed.warnings, ...(checked.warnings ?? [])],
    words: {
      population: proven.population === null ? null : 'proof',
      total: word.words.total,
      drawn: 'proof',
    },
  };
}

/** Whether the user gives another number of people than the proof. */
function contradicts({ unit, population: { value } }: Proof, given: number | null): boolean {
  return given !== null && value !== null && !isDocuments(unit) && given !== value;
}

function checkRecords(proof: Proof, facts: DrawFacts): Checked {
  if (!isDocuments(proof.unit)) return 'its unit is not documents';
  const broken = rankRule(proof, facts);
  if (broken !== null) return broken;
  if (facts.unitDocuments !== facts.unitCount)
    return 'there are not as many documents as different keys of them';
  const counts = checkCounts(proof, facts);
  return typeof counts === 'string' ? counts : { ...counts, examined: proof.drawn };
}
