import { chainsOf } from '../parameters/role-chains';
import type { KindParameters, WorldParameters } from '../parameters/world-parameters';
import { Draws } from '../randoms/draws';
import { Randoms } from '../randoms/randoms';
import { Addresses } from './addresses';
import { countRule } from './count-rule';
import { gapsOf } from './gaps';
import { FIELD, placeOf } from './kind-fields';
import { PersonIds } from './person-ids';
import type { ColumnPlan, KindPlan, Population } from './population-plan';
import { Roles, type Test } from './roles';
import { Things } from './things';
import { Person } from './person';

const never: Test = () => false;

/** The population of a world: the same people in every world of one seed. */
export function populationOf(size: number, given: WorldParameters, seed: string): Population {
  const names = Object.keys(given.kinds);
  const needed = ['id', 'mailbox', 'strangers', ...chainsOf(given.roles).keys(), ...names];
  const draws = new Draws(Randoms.of(seed), given.random, needed);
  const roles = new Roles(draws, given, size);
  draws.pairing = (but) => roles.pairing(but);
  const strangers = strangersOf(given);
  const { addresses: parameters } = given;
  const addresses = parameters ? new Addresses(parameters, { draws, roles, size, strangers }) : null;
  let facts = 0;
  const fact = () => 1 << facts++;
  const base = { size, given, draws, roles, strangers, addresses };
  const kinds = Object.entries(given.kinds).map(([name, kind], index): KindPlan => {
    const own = fact();
    const columns = columnsOf(name, kind, { base, own, fact });
    const place = (field: number) => ({ table: name, field, by: 'person' as const });
    const { repeat, turns, planted } = kind;
    const repeated = draws.draw(repeat?.draw, place(FIELD.repeat));
    const respelled = draws.draw(repeat?.respelled, place(FIELD.respelled));
    const second = draws.draw(turns?.draw, place(FIELD.turns));
    const isOf = turns ? roles.test(turns.of) : never;
    return {
      name,
      index,
      parameters: kind,
      columns,
      key: columns.find(({ parameters: { make } }) => make === 'person-id')?.path ?? '',
      fact: own,
      count: () => 1,
      repeats: repeat ? (person) => repeated.at(person) < repeat.share : never,
      respelled: repeat?.respelled === undefined ? null : (person) => respelled.at(person),
      hasTwoTurns: turns ? (person) => isOf(person) && second.at(person) < turns.share : never,
      planted: planted ? roles.test(planted.role) : never,
    };
  });
  const [people] = kinds;
  if (!people) throw new RangeError('a world has at least one kind');
  const ownEmail = people.columns.find(({ parameters: { make } }) => make === 'email') ?? null;
  const ids = new PersonIds(draws.randoms, draws.table('id'));
  const population = { ...base, ids, things: thingsOf(base), kinds, people, ownEmail };
  for (const kind of kinds) kind.count = countRule(kind, population);
  return population;
}

type Base = Pick<Population, 'size' | 'given' | 'draws' | 'roles' | 'strangers' | 'addresses'>;

function columnsOf(
  kind: string,
  { columns }: KindParameters,
  { base: { draws, roles, size }, own, fact }: { base: Base; own: number; fact: () => number },
): ColumnPlan[] {
  return Object.entries(columns).map(([path, parameters], index) => {
    const place = (use: 'gaps' | 'only') => placeOf(kind, index, use);
    const gaps = gapsOf(parameters, { draws, roles, size, place });
    const [category = parameters.category ?? 'unknown'] = parameters.definitions ?? [];
    const definitions = parameters.definitions ?? [category];
    return { kind, path, index, parameters, gaps, fact: gaps ? fact() : own, category, definitions };
  });
}

function thingsOf({ given, draws, roles }: Base): Things | null {
  for (const [index, [kind, { catalogue, count }]] of Object.entries(given.kinds).entries()) {
    if (!catalogue) continue;
    const extra = count.by === 'activity' ? count.extra : undefined;
    return new Things(catalogue, { draws, roles, kind, index, extra, opened: given.time.opened });
  }
  return null;
}

function strangersOf({ kinds, roles }: WorldParameters): number {
  return Object.values(kinds).reduce((sum, { count }) => {
    if (count.by !== 'contacts') return sum;
    return count.further.reduce((all, each) => all + each, sum + (roles[count.role]?.people ?? 0));
  }, 0);
}

/** A person to be planned again and again. */
export function personOf({ kinds, people }: Population): Person {
  return new Person(kinds.length, people.columns.length);
}
