import { STATE, type Person } from './person';
import type { ColumnPlan, KindPlan, Population } from './population-plan';
import { addressSpelling, CASE, FORM, spellingOf, SPELLINGS } from './spelling';

/** Draws everything about a person of a number that a count can depend on, into a person that is used again. */
export type Planner = (number: number, person: Person) => Person;

/** The planner of a population. @param alone only documents of the first kind, as a second database holds them */
export function plannerOf(population: Population, alone = false): Planner {
  const { people } = population;
  const planEmail = emailPlanner(population);
  // Halves of one number in turn, the address last: its spelling is drawn with the other half.
  const order = ({ gaps, path }: ColumnPlan) =>
    path === population.ownEmail?.path ? Infinity : (gaps?.draw?.field ?? 0);
  const gapped = [...people.columns]
    .sort((a, b) => order(a) - order(b))
    .flatMap(({ gaps, fact, index }) => (gaps ? [{ gaps, fact, index }] : []));
  const others = alone ? [] : population.kinds.slice(1);
  return (number, person) => {
    person.number = number;
    person.planted = -1;
    person.facts = people.fact;
    person.counts[0] = 1;
    for (const { gaps, fact, index } of gapped) {
      const state = gaps.state(number, 0);
      person.states[index] = state;
      if (state === STATE.filled || state === STATE.odd) person.facts |= fact;
    }
    planEmail?.(person);
    person.repeats[0] = Number(people.repeats(number));
    if (person.repeats[0] === 1) planRepeat(person, population);
    for (const kind of others) planKind(kind, person);
    return person;
  };
}

function planKind(kind: KindPlan, person: Person): void {
  const { index } = kind;
  const { number } = person;
  let count = kind.count(person);
  if (count === 0 && kind.planted(number)) {
    count = 1;
    person.planted = index;
  }
  person.counts[index] = count;
  person.repeats[index] = 0;
  person.turns[index] = 1;
  if (count === 0) return;
  person.facts |= kind.fact;
  person.repeats[index] = Number(kind.repeats(number));
  if (count > 1 && kind.hasTwoTurns(number)) person.turns[index] = 2;
  for (const { gaps, fact } of kind.columns) {
    if (!gaps) continue;
    const documents = gaps.alike ? 1 : count;
    for (let document = 0; document < documents; document++) {
      const state = gaps.state(number, document);
      if (state !== STATE.filled && state !== STATE.odd) continue;
      person.facts |= fact;
      break;
    }
  }
}

/** The address of a person and its spelling; people of a pair at one address or mailbox spell it each in their way. */
function emailPlanner({ addresses, ownEmail, draws, roles }: Population): ((person: Person) => void) | null {
  if (!addresses || !ownEmail) return null;
  const spell = addressSpelling(ownEmail, { draws, addresses });
  return (person) => {
    const { number } = person;
    person.mailbox = addresses.mailboxOf(number);
    const partner = roles.partner(number);
    if (partner?.by === 'address')
      person.spelling = spellingOf(FORM.plain, partner.other < number ? CASE.capitalised : CASE.lower);
    else if (partner?.by === 'mailbox') {
      const form = number % 2 ? FORM.dotted : FORM.tagged;
      person.spelling = spellingOf(partner.other > number ? FORM.plain : form, CASE.lower);
    } else person.spelling = spell(person.mailbox, number, 0);
  };
}

/** Half of the first documents that occur once more have the address spelled otherwise. */
function planRepeat(person: Person, { people, ownEmail, addresses }: Population): void {
  const { respelled } = people;
  person.respelled = person.spelling;
  if (!respelled || !ownEmail || !addresses || person.states[ownEmail.index] !== STATE.filled) return;
  const u = 2 * respelled(person.number);
  if (u < 1) return;
  const spellings = addresses.isTagging(person.mailbox) ? SPELLINGS.all : SPELLINGS.plain;
  person.respelled = (person.spelling + 1 + Math.floor((u - 1) * (spellings - 1))) % spellings;
}
