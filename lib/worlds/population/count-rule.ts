import type { ActivityParameters, ContactParameters } from '../parameters/world-parameters';
import { heavyTail } from '../randoms/heavy-tail';
import type { Draw } from '../randoms/draw';
import { FIELD } from './kind-fields';
import { STATE } from './person';
import type { ColumnPlan, CountRule, KindPlan, Population } from './population-plan';
import { addressSpelling } from './spelling';

/** The rule of a kind. */
export function countRule(kind: KindPlan, population: Population): CountRule {
  const { count } = kind.parameters;
  if (count.by === 'everybody') return () => 1;
  const { draws, roles } = population;
  const draw = draws.draw(count.draw, { table: kind.name, field: FIELD.count, by: 'person' });
  if (count.by === 'activity') return activity(count, draw, population);
  if (count.by === 'contacts') return contacts(count, draw, { kind, population });
  const { from, to } = count;
  const has = roles.test(count.role);
  return ({ number }) => (has(number) ? from + Math.floor(draw.at(number) * (to - from + 1)) : 0);
}

function activity(
  { active, further, most, always = [], of, extra }: ActivityParameters,
  draw: Draw,
  { roles, kinds }: Population,
): CountRule {
  const indexOf = (name: string | undefined) => kinds.findIndex((kind) => kind.name === name);
  const needed = indexOf(of);
  const above = always.map(indexOf).filter((index) => index >= 0);
  const sure = always.filter((name) => indexOf(name) < 0).map((name) => roles.test(name));
  const one = extra === undefined ? null : roles.test(extra);
  return ({ number, counts }) => {
    if (needed >= 0 && counts[needed] === 0) return 0;
    let bound = false;
    for (const index of above) bound ||= (counts[index] ?? 0) > 0;
    for (const test of sure) bound ||= test(number);
    const block = draw.block(number);
    if (!bound && block.first() >= active) return one?.(number) ? 1 : 0;
    const plain = Math.min(most, 1 + heavyTail(further, block.second()));
    return plain + (one?.(number) ? 1 : 0);
  };
}

/** Addresses without an entry (exact places), then the first one once more, then that of another person. */
function contacts(
  { role, further, people, repeated, whose: whoseText }: ContactParameters,
  draw: Draw,
  { kind, population }: { kind: KindPlan; population: Population },
): CountRule {
  const { roles, draws, given, size, addresses, ownEmail } = population;
  const whose = draws.draw(whoseText, { table: kind.name, field: FIELD.whose, by: 'person' });
  const placeOf = roles.places(role);
  const limits = [given.roles[role]?.people ?? 0, ...further];
  const column = kind.columns.find(({ parameters: { make } }) => make === 'email');
  const spell = column && addresses ? addressSpelling(column, { draws, addresses }) : () => 0;
  return (person) => {
    const { number, contacts: found } = person;
    if (!addresses || !ownEmail || person.states[ownEmail.index] !== STATE.filled) return 0;
    const place = placeOf(number);
    let count = 0;
    let before = size;
    for (const limit of limits) {
      if (place >= 0 && place < limit) found[count++] = before + place;
      before += limit;
    }
    const again = count > 0 && draw.block(number).first() < repeated;
    if (again) found[count++] = found[0] ?? 0;
    if (draw.block(number).second() < people && size > 1) {
      const step = 1 + Math.floor(whose.at(number) * (size - 1));
      const other = (number + step) % size;
      if (isFilled(ownEmail, other)) found[count++] = addresses.mailboxOf(other);
    }
    for (let i = 0; i < count; i++) person.contactSpellings[i] = spell(found[i] ?? 0, number, i);
    return count;
  };
}

function isFilled(column: ColumnPlan | null, person: number): boolean {
  return column !== null && (column.gaps?.state(person, 0) ?? STATE.filled) === STATE.filled;
}
