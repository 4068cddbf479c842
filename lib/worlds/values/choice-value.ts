import { cellOf, type Cell } from '../documents/cell';
import type { ChoiceParameters } from '../parameters/column-parameters';
import { choiceValues } from './choice-values';
import type { ValueContext, ValueWriter } from './value-context';

/** Writes one of several values; a share of the numbers as text. */
export function choiceValue(parameters: ChoiceParameters, context: ValueContext): ValueWriter {
  const { column, population, plan, draw } = context;
  const { items, at } = choiceValues(parameters, { population, kind: plan.kind, index: plan.index });
  const numbers = new Map<string, number>();
  for (const { name } of items) numbers.set(String(name), numbers.get(String(name)) ?? numbers.size);
  const cells = items.map(({ name }) => cellOf(name, numbers.get(String(name)) ?? 0));
  const texts = items.map(({ name }) => cellOf(String(name), numbers.get(String(name)) ?? 0));
  const write = (cell: Cell | undefined) => {
    if (cell) column.cell(cell);
  };
  const { asText } = parameters;
  if (!asText) return ({ person, index }) => write(cells[at(person, index)]);
  const spelled = draw(asText.draw, 'second');
  return ({ person, index }) => {
    const item = at(person, index);
    write((spelled.at(person.number, index) < asText.share ? texts : cells)[item]);
  };
}
