import type { Settles } from '../../contract/judgement';
import { KIT } from '../../contract/kit';
import { numberWords } from '../numbers/number-words';
import { capital, lowered } from '../text/sentence';
import { definitionWords } from './definition-words';
import { unreadWords } from './gap-words';

const EVERYTHING = "Everything on the server, with the server's own total of what it held";

/** What evidence would settle an open claim, as a sentence without its full stop. */
export function settlesWords(settles: Settles): string {
  switch (settles.code) {
    case 'STATED':
      return settles.text;
    case 'EVERYTHING':
      return EVERYTHING;
    case 'NONE':
      return `${EVERYTHING}, to show that there is none. One confirmed record would show the opposite`;
    case 'SOME':
      return 'One confirmed record. To show that there is none takes everything on the server';
    case 'RANDOM_DRAW':
      return 'A random draw of people with its proof, or everything on the server';
    case 'DRAW':
      return `A random draw of about ${numberWords(roundedUp(settles.people))} of the ${numberWords(settles.population)} people, or everything on the server`;
    case 'UNREAD':
      return `A look into the ${unreadWords(settles.documents).replace(/^one /, '')}${settles.andFound ? ', and at each record that was found' : ''}`;
    case 'REVIEW':
      return `Somebody who looks at the records that were found: ${KIT} review ${settles.case} --claim ${settles.claim}`;
    case 'INSTANTS':
      return 'When it began and when it ended, to the hour, from the history of the server’s firewall';
    case 'SIZE_BIASED':
      return 'How many documents each person has in all, or a random draw of people with its proof';
    case 'FEW_CLUSTERS':
      return 'A draw of at least ten such groups, or of people one by one, with its proof';
    case 'NO_FRAME':
      return 'How many there are in all, from the server itself';
    case 'NOT_TOLD':
      return 'What the party that ran the server knows of the people of whom the records do not tell it';
    case 'LOOK':
      return settles.paths === 1
        ? `A look at the one field that could hold it: ${KIT} review ${settles.case}`
        : `A look at the ${numberWords(settles.paths)} fields that could hold it: ${KIT} review ${settles.case}`;
    case 'WHOLE_INPUT':
      return 'The part of the data that could not be read';
    case 'OWNERS':
      return 'Records that say whose these documents are';
    case 'BOUND_PROOF':
      return 'A proof of the draw that lists the documents that were drawn';
    case 'DEPENDENT_CAPTURES':
      return "A copy that is a random draw with its proof, or the server's own total";
    case 'WHOSE_SHARE':
      return 'Of whom the share is meant to be, and what the party that ran the server knows of the people of whom the records do not tell it';
    case 'FIELD_DESCRIPTION':
      return "The field's own description, and the units of its values, from the party that filled it";
    case 'STATEMENT':
      return 'The statement itself';
    case 'RECORDS':
      return 'Records of the exposure, and how they were drawn';
    case 'BY_DEFINITION': {
      const each = settles.definitions.map(
        ({ name, settles: own }) =>
          `${name ? `${definitionWords(name)}: ` : ''}${lowered(settlesWords(own))}`,
      );
      return capital(each.join('; '));
    }
  }
}

/** Rounded up to two digits: planning is no more exact than that. */
function roundedUp(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.ceil(people / unit) * unit;
}
