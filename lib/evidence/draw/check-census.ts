import type { DrawFacts } from '../../contract/draw/draw-facts';
import type { Evidence } from '../../contract/evidence';
import type { Proof } from '../../contract/truth';
import type { Checked } from './checked';

/**
 * Everything: an independent total equals the documents accounted for, and nothing that the input says of itself speaks
 * against it. Without such a total it is said to be everything, and no more.
 *
 * @param word what is said of it
 */
export function checkCensus(proof: Proof | null, word: Evidence, facts: DrawFacts): Checked {
  const { declaredTotal, people } = facts;
  if (declaredTotal !== null && !isAll(declaredTotal, facts))
    return 'the total that the input says of itself differs from the documents accounted for';
  const total = proof?.total ?? null;
  if (total !== null && !isAll(total.value, facts))
    return 'the total differs from the documents accounted for';
  if (word.kind === 'census-claimed' || !proof || total === null) return { kind: 'census-claimed' };
  if (proof.documents !== undefined && proof.documents !== total.value)
    return 'the documents that it names are not as many as its total';
  const { value: population } = proof.population;
  const isCountable = population !== null && people !== undefined && people.id === proof.unit;
  if (isCountable && population < people.count)
    return 'its population is smaller than the people in the input';
  // Everybody is there but those whose documents could not be read, each with one at least.
  if (isCountable && population > people.count + Math.max(facts.lost ?? 0, facts.unread ?? 0))
    return 'its population is larger than the people in the input, so that this is not everything';
  const isCounted = isCountable && population === people.count;
  return {
    proof: 'checked',
    whole: true,
    words: {
      population: isCounted ? 'counted' : word.population === null ? null : 'proof',
      total: 'proof',
      drawn: 'proof',
    },
  };
}

/** Whether a total is that of the documents accounted for, with those that may lie in what was not read. */
function isAll(total: number, { documents, lost = 0 }: DrawFacts): boolean {
  return documents <= total && total <= documents + lost;
}
