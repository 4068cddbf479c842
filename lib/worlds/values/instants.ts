import type { TimeParameters } from '../parameters/column-parameters';
import type { Person } from '../population/person';
import { placeOf } from '../population/kind-fields';
import type { KindPlan, Population } from '../population/population-plan';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** An instant of a person's document, epoch milliseconds. */
export type Instant = (person: Person, index: number) => number;

/** The instants of a world's columns; each is kept until another document is asked for. */
export class Instants {
  readonly opened: number;
  readonly newest: number;
  readonly #population: Population;
  readonly #known = new Map<string, Instant>();

  constructor(population: Population) {
    this.opened = Date.parse(population.given.time.opened);
    this.newest = Date.parse(population.given.time.newest);
    this.#population = population;
  }

  /** The instants of a column of the kind, or of `KIND.COLUMN`, where it is the person's only document. */
  of(kind: KindPlan, reference: string): Instant {
    const { people } = this.#population;
    const own = kind.columns.find(({ path }) => path === reference);
    const column = own ?? people.columns.find(({ path }) => `${people.name}.${path}` === reference);
    if (column?.parameters.make !== 'time') return () => this.opened;
    const name = `${column.kind} ${column.path}`;
    const known = this.#known.get(name);
    if (known) return known;
    const made = kept(this.#make(own ? kind : people, column.parameters, column.index), own !== undefined);
    this.#known.set(name, made);
    return made;
  }

  #make(kind: KindPlan, { law, since, until, days, draw: text }: TimeParameters, column: number): Instant {
    const { newest, opened } = this;
    const draw = this.#population.draws.draw(text, placeOf(kind.name, column, 'value'));
    const later = newest + (kind.parameters.planted?.weeks ?? 0) * WEEK;
    const start = since === undefined ? () => opened : this.of(kind, since);
    const to = until === undefined ? () => newest : this.of(kind, until);
    const earliest = days === undefined ? opened : newest - days * DAY;
    const from: Instant = (person, index) => Math.max(start(person, index), earliest);
    const at = ({ number }: Person, index: number) => draw.at(number, index);
    const regular: Record<TimeParameters['law'], Instant> = {
      growth: (person, i) => opened + (newest - opened) * Math.sqrt(at(person, i)),
      even: (person, i) => between(from(person, i), to(person, i), at(person, i)),
      early: (person, i) => between(from(person, i), to(person, i), square(at(person, i))),
      recent: (person, i) => {
        const end = to(person, i);
        const back = square(at(person, i));
        return end - (end - from(person, i)) * back * back;
      },
      weekly: (person, i) => newest - ((person.counts[kind.index] ?? 0) - i - at(person, i)) * WEEK,
    };
    const instant = regular[law];
    return (person, index) => Math.floor(person.planted === kind.index ? later : instant(person, index));
  }
}

function between(from: number, to: number, u: number): number {
  return from + (to - from) * u;
}

function square(u: number): number {
  return u * u;
}

/** Keeps the last instant. @param each one a document, else one a person */
function kept(instant: Instant, each: boolean): Instant {
  let number = -1;
  let last = -1;
  let value = 0;
  return (person, document) => {
    const index = each ? document : 0;
    if (person.number === number && index === last) return value;
    value = instant(person, index);
    number = person.number;
    last = index;
    return value;
  };
}
