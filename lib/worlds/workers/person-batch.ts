import { ranker } from '../../contract/rank';
import { BrokenLines, type BrokenLine } from '../documents/broken-lines';
import type { Column, ColumnCounts } from '../documents/column';
import { DocumentBuffer } from '../documents/document-buffer';
import { layoutOf } from '../documents/layout';
import { canBreak, type WorldFormat } from '../documents/world-format';
import type { NumberKeys } from '../distinct/number-keys';
import type { WorldParameters } from '../parameters/world-parameters';
import type { Person } from '../population/person';
import { plannerOf, type Planner } from '../population/plan-person';
import { personOf, populationOf } from '../population/population';
import type { Population } from '../population/population-plan';
import { DocumentWriter } from '../values/document-writer';
import { Instants } from '../values/instants';
import { PersonCounter, type PeopleCounts } from './person-counter';

/** What batches make people and documents of. */
export interface BatchSetup {
  given: WorldParameters;
  /** People of the population. */
  size: number;
  seed: string;
  format: WorldFormat;
  /** Only documents of the first kind, as the second database holds them. */
  peopleAlone: boolean;
}

/** Consecutive numbers of people, or a list of numbers. */
export type People = { from: number; to: number } | { numbers: Uint32Array };

/** A piece of work: count people, list who ranks below a bound among them, or write their documents. */
export type Task =
  | {
      work: 'count';
      whom: Counted;
      people: People;
      /** Who ranks below is listed; 0 lists nobody. */
      bound: number;
      /** Whoever has one of these bits among their facts is listed; 0 lists nobody. */
      fact?: number;
    }
  | { work: 'rank'; people: People; bound: number }
  | {
      work: 'write';
      people: People;
      /** People written before these. */
      before: number;
      /** People written in all, on whose number the places of the broken lines hang. */
      of: number;
    };

/** Keys to be counted, by the name of the set they belong to. */
export type Keys = [set: string, keys: Int32Array<ArrayBuffer>][];

/** Text of one kind's documents, with its lines and documents. */
interface Text {
  bytes: Uint8Array<ArrayBuffer>;
  lines: number;
  documents: number;
}

/** What came of a piece of work. */
export interface Answer {
  keys: Keys;
  people: number;
  /** Who ranks below the bound, and how. */
  low: { numbers: Uint32Array<ArrayBuffer>; ranks: Float64Array<ArrayBuffer> } | null;
  /** Numbers of those with a fact that was asked for. */
  holders: number[];
  /** Of writing: the text by index of the kind, and the broken lines, placed within that text. */
  texts: Text[] | null;
  broken: (BrokenLine & { kind: number })[];
  /** Made-up documents: their line and which document they are in that text, from 1. */
  planted: { kind: number; line: number; document: number }[];
}

/** Memory of texts that were written, to be used again, by index of the kind. */
export type UsedBuffers = ArrayBuffer[];

/** Everything that one thread counted. */
export interface Counts {
  people: Record<Counted, PeopleCounts>;
  /** By index of the kind and of its column. */
  columns: ColumnCounts[][];
}

/** Whom a counter counts: everybody of the population; those drawn; those written. */
export type Counted = 'population' | 'drawn' | 'written';

/** Makes people and their documents, batch by batch, in any order; several share the work of one world. */
export class PersonBatch {
  readonly #population: Population;
  readonly #rank: ReturnType<typeof ranker>;
  readonly #plan: Planner;
  readonly #counters: Record<Counted, PersonCounter>;
  readonly #writers: DocumentWriter[];
  readonly #given: WorldParameters;
  readonly #format: WorldFormat;
  #broken: BrokenLines | null = null;
  readonly #person: Person;

  /** @param population where it is there already; another thread makes its own */
  constructor(
    { size, given, seed, format, peopleAlone }: BatchSetup,
    population = populationOf(size, given, seed),
  ) {
    this.#population = population;
    this.#rank = ranker(seed);
    this.#plan = plannerOf(population, peopleAlone);
    this.#person = personOf(population);
    this.#counters = {
      population: new PersonCounter(population, false),
      drawn: new PersonCounter(population),
      written: new PersonCounter(population),
    };
    this.#writers = writersOf(population, format);
    this.#given = given;
    this.#format = format;
  }

  /** @param used buffers that nobody needs any more, by kind */
  do(task: Task, used?: UsedBuffers): Answer {
    const answer: Answer = {
      keys: [],
      people: sizeOf(task.people),
      low: null,
      holders: [],
      texts: null,
      broken: [],
      planted: [],
    };
    if (task.work === 'write') this.#write(task, answer, used);
    if (task.work === 'count') this.#count(task, answer);
    if (task.work !== 'write' && task.bound > 0) answer.low = this.#below(task.bound, task.people);
    return answer;
  }

  /** What was counted so far. */
  counts(): Counts {
    const { population, drawn, written } = this.#counters;
    return {
      people: { population: population.counts(), drawn: drawn.counts(), written: written.counts() },
      columns: this.#writers.map(({ columns }) => columns.map(countsOf)),
    };
  }

  #count({ whom, people, fact = 0 }: Task & { work: 'count' }, answer: Answer): void {
    const counter = this.#counters[whom];
    for (const number of numbersOf(people)) {
      const person = this.#plan(number, this.#person);
      counter.add(person);
      if ((person.facts & fact) !== 0) answer.holders.push(number);
    }
    this.#takeKeys(whom, answer);
  }

  #below(bound: number, people: People): NonNullable<Answer['low']> {
    const numbers: number[] = [];
    const ranks: number[] = [];
    for (const number of numbersOf(people)) {
      const rank = this.#rank(this.#population.ids.of(number));
      if (rank >= bound) continue;
      numbers.push(number);
      ranks.push(rank);
    }
    return { numbers: Uint32Array.from(numbers), ranks: Float64Array.from(ranks) };
  }

  #write({ people, before, of }: Task & { work: 'write' }, answer: Answer, used?: UsedBuffers): void {
    const counter = this.#counters.written;
    const wanted = canBreak(this.#format) ? this.#given.broken : null;
    const broken = (this.#broken ??= new BrokenLines(wanted, of, this.#writers));
    const person = this.#person;
    let written = before;
    for (const number of numbersOf(people)) {
      counter.add(this.#plan(number, person));
      for (const writer of this.#writers) writer.write(person);
      if (person.planted >= 0) answer.planted.push(placeOfLast(person.planted, this.#writers));
      for (const line of broken.after(++written)) answer.broken.push(line);
    }
    answer.texts = this.#writers.map(({ buffer }, kind) => {
      const { lines, ended: documents } = buffer;
      return { bytes: buffer.take(used?.[kind]), lines, documents };
    });
    this.#takeKeys('written', answer);
    for (const { name, index, columns } of this.#population.kinds)
      for (const { path, index: column } of columns)
        take(columnSet(name, path), this.#writers[index]?.columns[column]?.keys, answer.keys);
  }

  #takeKeys(whom: Counted, { keys }: Answer): void {
    for (const [set, list] of Object.entries(this.#counters[whom].keys))
      take(countedSet(whom, set), list, keys);
  }
}

/** Name of the set of a column's different values. */
export function columnSet(kind: string, path: string): string {
  return `${kind} ${path}`;
}

/** Name of one of a counter's sets. */
export function countedSet(whom: Counted, set: string): string {
  return `${whom}: ${set}`;
}

/** How many people there are. */
export function sizeOf(people: People): number {
  return 'numbers' in people ? people.numbers.length : people.to - people.from;
}

function numbersOf(people: People): Uint32Array {
  if ('numbers' in people) return people.numbers;
  const numbers = new Uint32Array(people.to - people.from);
  for (let i = 0; i < numbers.length; i++) numbers[i] = people.from + i;
  return numbers;
}

function writersOf(population: Population, format: WorldFormat): DocumentWriter[] {
  const { draws } = population;
  const instants = new Instants(population);
  return population.kinds.map((kind) => {
    const { index, parameters } = kind;
    const layout = layoutOf(format, {
      index,
      file: parameters.file,
      randoms: draws.randoms,
      table: draws.table('id'),
    });
    return new DocumentWriter(kind, { population, instants, buffer: new DocumentBuffer(), layout });
  });
}

function placeOfLast(kind: number, writers: DocumentWriter[]): Answer['planted'][0] {
  const { lines: line = 0, ended: document = 0 } = writers[kind]?.buffer ?? {};
  return { kind, line, document };
}

function take(set: string, list: NumberKeys | undefined, into: Keys): void {
  const keys = list?.take();
  if (keys && keys.length > 0) into.push([set, keys]);
}

function countsOf({ present, filled, values, each, texts, fractions, flags }: Column): ColumnCounts {
  return { present, filled, values, each, texts, fractions, flags };
}
