import type { NoDenial } from '../../contract/case';
import type { Conclusion, Confirmation, DrawnThings } from '../../contract/reasons';
import { holdingNoun, unitsOf } from '../names/measured-things';
import { numberWords } from '../numbers/number-words';
import { countWords } from './fact-words';
import { gapWords, ON_TOTAL, unreadWords } from './gap-words';
import { unknownWords } from './unknown-words';
import { numberConclusionWords } from './number-conclusion-words';

const DRAWN: Record<DrawnThings, string> = {
  groups: 'groups of documents',
  documents: 'documents',
  people: 'people',
};

/** What records cannot contradict, and why. */
const NO_DENIAL: Record<NoDenial, string> = {
  'no-evidence': 'No evidence is not a denial: what the party knew, records cannot show',
  'not-aware': 'To be unaware of it is not to deny it: what the party knew, records cannot show',
  'never-collected': 'Records show what was stored, not how it got there',
  'no-plans': 'What a party plans, records cannot show',
};

/** What follows from the facts, beginning with the mark that joins it to them. */
export function conclusionWords(conclusion: Conclusion): string {
  switch (conclusion.code) {
    case 'NO_REGION':
      return ', and the wording names nothing that could be counted';
    case 'SMALL_OF_UNKNOWN':
      return '. What a small number is depends on how many people there are in all, and nobody has counted them';
    case 'NO_DENIAL':
      return `. ${NO_DENIAL[conclusion.hedge]}`;
    case 'NOT_COUNTED':
      return ', so this cannot be told from it';
    case 'NOT_EXTRAPOLATED':
      return ', and a part of the documents says nothing of that for all of them';
    case 'EMPTY_DENOMINATOR':
      return ', because nobody in this file has that field filled';
    case 'IS_INPUT':
      return `, drawn from ${numberWords(conclusion.population)}; that number went into the draw and so cannot be checked by it`;
    case 'OTHER_UNIT':
      return conclusion.drawn === null
        ? ', and how many there are in all does not follow'
        : `, but ${DRAWN[conclusion.drawn]} were drawn at random and not ${unitsOf(conclusion.measure)}, so how many there are in all does not follow`;
    case 'CONVENIENCE':
      return `, but ${gapWords(conclusion.gap)}, so nothing follows for the whole server`;
    case 'SIZE_BIASED':
      return ', but documents were drawn at random, and how many each person has in all is not known, so how many people there are does not follow';
    case 'FEW_CLUSTERS':
      return ', but so few groups of documents were drawn that how much they differ cannot be told';
    case 'NO_FRAME':
      return ', but how many there are in all is not known';
    case 'DEPENDENT_CAPTURES':
      return ', and there are at least as many in all; neither copy is a random draw, so no more follows';
    case 'NEEDS_REVIEW':
      return '; these may be errors or planted, so somebody must look at their fields and records first';
    case 'EVERYTHING_EXAMINED':
      return conclusion.but === null
        ? `, and everything was examined, ${ON_TOTAL}`
        : `, and everything was examined but ${unreadWords(conclusion.but)}, in which its name does not stand, ${ON_TOTAL}`;
    case 'UNKNOWN':
      return unknownWords(conclusion);
    case 'ONE_CONTRADICTS':
      return `${confirmedWords(conclusion.confirmed)}, and a single one contradicts that there was none`;
    case 'WAS_THERE':
      return `${confirmedWords(conclusion.confirmed)}, so ${conclusion.together ? 'all of this' : 'this'} was in the data`;
    case 'AT_MOST':
      return atMostWords(conclusion);
    case 'ABSENCE_OPEN':
      return `, but ${gapWords(conclusion.gap)}, and only everything could show that there was none`;
    case 'PRESENCE_OPEN':
      return `, but ${gapWords(conclusion.gap)}, so others may`;
    case 'NUMBER':
      return numberConclusionWords(conclusion);
  }
}

/** So few count only because somebody confirmed them. */
function confirmedWords(confirmation: Confirmation | null): string {
  if (!confirmation) return '';
  const { by, reviewers, confirmed } = confirmation;
  const which = confirmed === null ? ', which ' : `, of which ${countWords(confirmed)} `;
  if (by === 'truth') return `${which}this world's truth file, asked instead of a person who looks, confirms`;
  const people = reviewers === 1 ? 'one person' : `${numberWords(reviewers)} people`;
  return `${which}${people} confirmed by looking at the records`;
}

function atMostWords({
  measure,
  most,
  population,
  together,
}: Extract<Conclusion, { code: 'AT_MOST' }>): string {
  const some = together ? 'have any one of these' : 'have one';
  const can = holdingNoun(measure) === null ? 'be there' : some;
  const of = population === null ? 'people' : `of the ${numberWords(population)}`;
  return `; at 95 % confidence at most ${numberWords(most)} ${of} can ${can}, but a sample can never show that nobody has`;
}
