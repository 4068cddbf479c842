import { ranker } from '../contract/rank';
import { accountDocuments } from './account-documents';
import { BrokenLines, type BrokenLine } from './broken-lines';
import type { Column, ColumnCounts } from './column';
import { deviceDocuments, Devices } from './device-documents';
import type { DocumentWriter } from './document-writer';
import { eventDocuments } from './event-documents';
import { formOf } from './form';
import type { KeyList } from './key-list';
import { Mailboxes } from './mailbox';
import { byKind, KINDS, type Kind } from './paths';
import { Person } from './person';
import { accountAlone, planPerson } from './plan-person';
import { populationOf, type Population } from './population';
import { requestDocuments } from './request-documents';
import { scaleDocuments } from './scale-documents';
import { shareDocuments } from './share-documents';
import { Sink } from './sink';
import { Tally, TALLY_SETS, type TallyCounts } from './tally';
import { meanOf } from './with-logs';
import { canBreak, type WorldFormat } from './world-format';
import type { WorldParameters } from './world-parameters';

/** Requests a person, on average, from which on nobody looks through those of people who are not written. */
const MANY_REQUESTS = 10;

/** What a workshop makes people and documents of. */
export interface WorkshopSetup {
  given: WorldParameters;
  /** People of the population. */
  size: number;
  seed: string;
  /** People written in all, on whose number the places of the broken lines hang. */
  written: number;
  format: WorldFormat;
  /** Only account documents, as the second database holds them. */
  accountsAlone: boolean;
}

/** Consecutive account numbers, or a list of numbers. */
export type Lot = { from: number; to: number } | { numbers: Uint32Array };

/** A piece of work: count people, list who ranks below a bound among them, or write their documents. */
export type Task =
  | {
      work: 'count';
      whom: Counted;
      lot: Lot;
      /** Who ranks below is listed; 0 lists nobody. */ bound: number;
    }
  | { work: 'rank'; lot: Lot; bound: number }
  | { work: 'write'; lot: Lot; /** People written before these. */ before: number };

/** Keys to be counted, by the name of the set they belong to. */
export type Keys = [set: string, keys: Int32Array<ArrayBuffer>][];

/** What came of a piece of work. */
export interface Answer {
  keys: Keys;
  people: number;
  /** Who ranks below the bound, and how. */
  low: { numbers: Uint32Array<ArrayBuffer>; ranks: Float64Array<ArrayBuffer> } | null;
  /** Of writing: text, its lines and documents by kind, and the broken lines, placed within that text. */
  texts: Record<Kind, { bytes: Uint8Array<ArrayBuffer>; lines: number; documents: number }> | null;
  broken: (BrokenLine & { kind: Kind })[];
  /** Made-up documents: their line and which document they are in that text, from 1. */
  planted: { kind: Kind; line: number; document: number }[];
}

/** Memory of texts that were written, to be used again. */
export type Spare = Record<Kind, ArrayBuffer>;

/** Everything a workshop counted. */
export interface Account {
  tallies: Record<Counted, TallyCounts>;
  columns: Record<Kind, Record<string, ColumnCounts>>;
}

/** Whom a tally counts: everybody of the population; those drawn; those written. */
export type Counted = 'population' | 'drawn' | 'written';

/** Makes people and their documents, lot by lot, in any order; several workshops share the work of one world. */
export class Workshop {
  readonly #population: Population;
  readonly #setup: WorkshopSetup;
  readonly #rank: (text: string) => number;
  readonly #tallies: Record<Counted, Tally>;
  readonly #sinks: Record<Kind, Sink>;
  readonly #writers: Record<Kind, DocumentWriter>;
  readonly #broken: BrokenLines;
  readonly #person = new Person();

  constructor(setup: WorkshopSetup) {
    const population = populationOf(setup.size, setup.given, setup.seed);
    this.#setup = setup;
    this.#population = population;
    this.#rank = ranker(setup.seed);
    this.#tallies = {
      population: new Tally(population, meanOf(setup.given.requests) < MANY_REQUESTS),
      drawn: new Tally(population),
      written: new Tally(population),
    };
    this.#sinks = byKind((kind) => new Sink(formOf(setup.format, kind, population.randoms)));
    this.#writers = writersOf(population, this.#sinks);
    this.#broken = new BrokenLines(canBreak(setup.format) ? setup.given.broken : {}, setup.written);
  }

  /** @param spare buffers that nobody needs any more, by kind */
  do(task: Task, spare?: Spare): Answer {
    const answer: Answer = {
      keys: [],
      people: sizeOf(task.lot),
      low: null,
      texts: null,
      broken: [],
      planted: [],
    };
    if (task.work === 'write') this.#write(task, answer, spare);
    if (task.work === 'count') this.#count(task.whom, task.lot, answer);
    if (task.work !== 'write' && task.bound > 0) answer.low = this.#below(task.bound, task.lot);
    return answer;
  }

  account(): Account {
    const { population, drawn, written } = this.#tallies;
    return {
      tallies: { population: population.counts(), drawn: drawn.counts(), written: written.counts() },
      columns: byKind((kind) => mapOf(this.#writers[kind].columns, countsOf)),
    };
  }

  #count(whom: Counted, lot: Lot, answer: Answer): void {
    const tally = this.#tallies[whom];
    for (const number of numbersOf(lot)) tally.add(this.#plan(number));
    this.#takeTally(whom, answer);
  }

  #plan(number: number): Person {
    const person = planPerson(this.#population, number, this.#person);
    return this.#setup.accountsAlone ? accountAlone(person) : person;
  }

  #below(bound: number, lot: Lot): NonNullable<Answer['low']> {
    const numbers: number[] = [];
    const ranks: number[] = [];
    for (const number of numbersOf(lot)) {
      const rank = this.#rank(this.#population.ids.of(number).toString('latin1'));
      if (rank >= bound) continue;
      numbers.push(number);
      ranks.push(rank);
    }
    return { numbers: Uint32Array.from(numbers), ranks: Float64Array.from(ranks) };
  }

  #write({ lot, before }: { lot: Lot; before: number }, answer: Answer, spare?: Spare): void {
    const tally = this.#tallies.written;
    const person = this.#person;
    let written = before;
    for (const number of numbersOf(lot)) {
      tally.add(this.#plan(number));
      for (const kind of KINDS) {
        this.#sinks[kind].of(number);
        this.#writers[kind].write(person);
      }
      if (person.planted) {
        const { lines: line, ended: document } = this.#sinks.scale;
        answer.planted.push({ kind: 'scale', line, document });
      }
      answer.broken.push(...this.#broken.after(++written, this.#sinks));
    }
    answer.texts = byKind((kind) => {
      const { lines, ended: documents } = this.#sinks[kind];
      return { bytes: this.#sinks[kind].take(spare?.[kind]), lines, documents };
    });
    this.#takeTally('written', answer);
    for (const kind of KINDS) {
      for (const [path, column] of Object.entries(this.#writers[kind].columns))
        take(columnSet(kind, path), column.keys, answer.keys);
    }
  }

  #takeTally(whom: Counted, { keys }: Answer): void {
    for (const set of TALLY_SETS) take(tallySet(whom, set), this.#tallies[whom].keys[set], keys);
  }
}

/** Name of the set of a column's different values. */
export function columnSet(kind: Kind, path: string): string {
  return `${kind} ${path}`;
}

/** Name of one of a tally's sets. */
export function tallySet(whom: Counted, set: (typeof TALLY_SETS)[number]): string {
  return `${whom}: ${set}`;
}

/** People of a lot. */
export function sizeOf(lot: Lot): number {
  return 'numbers' in lot ? lot.numbers.length : lot.to - lot.from;
}

function* numbersOf(lot: Lot): Iterable<number> {
  if ('numbers' in lot) yield* lot.numbers;
  else for (let number = lot.from; number < lot.to; number++) yield number;
}

function writersOf(population: Population, sinks: Record<Kind, Sink>): Record<Kind, DocumentWriter> {
  const mailboxes = new Mailboxes(population);
  const devices = new Devices(population);
  return {
    account: accountDocuments(population, sinks.account, mailboxes),
    share: shareDocuments(population, sinks.share, mailboxes),
    device: deviceDocuments(population, sinks.device, devices),
    request: requestDocuments(population, sinks.request),
    event: eventDocuments(population, sinks.event, devices),
    scale: scaleDocuments(population, sinks.scale, devices),
  };
}

function take(set: string, list: KeyList, into: Keys): void {
  const keys = list.take();
  if (keys.length > 0) into.push([set, keys]);
}

function countsOf({ present, filled, values, each, texts, fractions, flags }: Column): ColumnCounts {
  return { present, filled, values, each, texts, fractions, flags };
}

function mapOf<T, U>(table: Record<string, T>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, to(value)]));
}
