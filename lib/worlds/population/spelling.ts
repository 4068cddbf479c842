import type { ColumnParameters } from '../parameters/column-parameters';
import type { AddressParameters } from '../parameters/world-parameters';
import type { Draws } from '../randoms/draws';
import { placeOf } from './kind-fields';

/** How an address is spelled: {@link FORM} times six, plus letters as {@link CASE} times two, plus 1 with blanks around. */
export type Spelling = number;

/** What only a provider's rules see through: nothing, dots added or left out, a tag after a plus sign. */
export const FORM = { plain: 0, dotted: 1, tagged: 2 } as const;

/** Upper and lower case of a spelling. */
export const CASE = { lower: 0, capitalised: 1, upper: 2 } as const;

/** How many spellings there are of each form, and in all. */
export const SPELLINGS = { plain: 6, all: 18 } as const;

/** The number of a spelling. */
export function spellingOf(form: number, letters: number, padded = false): Spelling {
  return form * SPELLINGS.plain + letters * 2 + Number(padded);
}

/** The form of a spelling, of {@link FORM}. */
export function formOfSpelling(spelling: Spelling): number {
  return Math.floor(spelling / SPELLINGS.plain);
}

/** The letters of a spelling, of {@link CASE}. */
export function caseOfSpelling(spelling: Spelling): number {
  return (spelling >> 1) % 3;
}

/** What spelling needs to know of addresses. */
interface AddressRules {
  parameters: AddressParameters;
  isTagging: (mailbox: number) => boolean;
}

/** How an address column spells addresses: mailbox, person, number of the document → spelling. */
export function addressSpelling(
  { kind, index, parameters }: { kind: string; index: number; parameters: ColumnParameters },
  { draws, addresses }: { draws: Draws; addresses: AddressRules },
): (mailbox: number, person: number, document: number) => Spelling {
  const email = parameters.make === 'email' ? parameters : null;
  const letters = draws.draw(email?.letters, placeOf(kind, index, 'value'));
  const padding = draws.draw(email?.padding, placeOf(kind, index, 'second'));
  const form = draws.draw(email?.form, placeOf(kind, index, 'third'));
  const { dotted, tagged, padded } = addresses.parameters;
  return (mailbox, person, document) => {
    const cased = caseAt(letters.at(person, document), addresses.parameters);
    const blanks = padding.at(person, document) < padded;
    const u = form.at(person, document);
    let own: number = FORM.plain;
    if (u < dotted + tagged && addresses.isTagging(mailbox)) own = u < dotted ? FORM.dotted : FORM.tagged;
    return spellingOf(own, cased, blanks);
  };
}

function caseAt(u: number, { capitalised, upper }: AddressParameters): number {
  if (u < capitalised) return CASE.capitalised;
  return u < capitalised + upper ? CASE.upper : CASE.lower;
}
