import type { Evidence } from '../../contract/evidence';
import { isDocuments } from '../../contract/measure-id';
import type { Word } from '../../contract/unknowns';
import type { DrawQuestion } from './draw-question';

/**
 * What the input, the user and an unchecked proof say of how an input came to be. A population that is smaller than the
 * people in the input is none.
 *
 * @param question with the proof only where it may be believed as far as a word goes
 */
export function onWordAlone({ asked, proof, population: given, facts }: DrawQuestion): Evidence {
  const kind = asked ?? proof?.kind ?? 'unknown';
  const people = facts.people?.count ?? null;
  const saidByProof = proof && !isDocuments(proof.unit) ? proof.population.value : null;
  const said = given ?? saidByProof;
  const isTooSmall = said !== null && people !== null && said < people;
  const population = isTooSmall ? null : said;
  const word: Word = given === null ? 'proof' : 'user';
  return {
    kind,
    asked: kind,
    unit: null,
    population,
    examined: people,
    proof: 'none',
    warnings: isTooSmall ? ['POPULATION_TOO_SMALL'] : [],
    whole: false,
    words: {
      population: population === null ? null : word,
      total: facts.declaredTotal === null ? null : 'server',
      drawn: asked === null && proof ? 'proof' : 'user',
    },
    ...(facts.unread !== undefined && facts.unread > 0 && { unread: facts.unread }),
  };
}
