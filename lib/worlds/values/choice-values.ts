import type { ChoiceParameters } from '../parameters/column-parameters';
import { placeOf } from '../population/kind-fields';
import type { Person } from '../population/person';
import type { Population } from '../population/population-plan';
import { Choice } from '../randoms/choice';

/** One of a column's values. */
export interface ChoiceItem {
  name: string | number;
  sets: string[];
}

/** The values of a choice, and which of them stands in a document. */
export interface ChoiceValues {
  items: ChoiceItem[];
  /** Index of the item in a person's document. */
  at: (person: Person, index: number) => number;
}

/** What a choice is made for. */
interface ChoiceContext {
  population: Population;
  kind: string;
  /** Index of the column. */
  index: number;
}

/** The values of a column of choices: a plain list evenly, else by weight. */
export function choiceValues(
  { of, draw: text }: ChoiceParameters,
  { population, kind, index: column }: ChoiceContext,
): ChoiceValues {
  const draw = population.draws.draw(text, placeOf(kind, column, 'value'));
  const [first] = of;
  if (typeof first === 'string' || first === undefined) {
    const items = of.flatMap((name) => (typeof name === 'string' ? [{ name, sets: [] }] : []));
    return { items, at: ({ number }, index) => Math.floor(draw.at(number, index) * items.length) };
  }
  const weighted = of.flatMap((item) => (typeof item === 'string' ? [] : [item]));
  const choice = new Choice(weighted, ({ weight }) => weight);
  const items = weighted.map(({ name, sets = [] }) => ({ name, sets }));
  return { items, at: ({ number }, index) => choice.index(draw.at(number, index)) };
}
