import { Column } from '../documents/column';
import type { DocumentBuffer } from '../documents/document-buffer';
import type { Layout } from '../documents/layout';
import { placeOf } from '../population/kind-fields';
import { STATE, type Person } from '../population/person';
import type { ColumnPlan, KindPlan, Population } from '../population/population-plan';
import { bodiesOf } from './body';
import type { Instants } from './instants';
import { distinctOf, isByTurn, makeValue } from './make-value';
import { blankName } from './name-values';
import type { DocumentAt, ValueContext, ValueWriter } from './value-context';

/** A column at work: writes its value, or what stands for a value that is missing. */
interface ColumnWriter {
  plan: ColumnPlan;
  column: Column;
  byTurn: boolean;
  value: ValueWriter;
  blank: ValueWriter;
  /** Key with quotes and colon of the object that begins before the column. */
  opens: Buffer | null;
  /** The object ends behind the column. */
  closes: boolean;
}

/** What documents are made of and written to. */
export interface WriterOptions {
  population: Population;
  instants: Instants;
  buffer: DocumentBuffer;
  layout: Layout;
}

/** Writes the documents of one kind, person by person. */
export class DocumentWriter {
  /** Name of the kind. */
  readonly name: string;
  /** Path of the person's id. */
  readonly key: string;
  /** In the order of the kind's columns. */
  readonly columns: Column[];
  readonly buffer: DocumentBuffer;
  readonly layout: Layout;
  readonly #kind: KindPlan;
  readonly #first: boolean;
  readonly #writers: ColumnWriter[];

  constructor(kind: KindPlan, options: WriterOptions) {
    this.name = kind.name;
    this.key = kind.key;
    this.buffer = options.buffer;
    this.layout = options.layout;
    this.#kind = kind;
    this.#first = kind.index === 0;
    this.#writers = columnWriters(kind, options);
    this.columns = this.#writers.map(({ column }) => column);
  }

  /** Writes every document of this kind that hangs on a person. */
  write(person: Person): void {
    const { index } = this.#kind;
    const count = person.counts[index] ?? 0;
    this.buffer.startPerson(person.number);
    if (count === 0) return;
    const at: DocumentAt = { person, index: 0, fresh: true, state: STATE.filled };
    for (let document = 0; document < count; document++) this.#document(at, document);
    if (person.repeats[index] !== 1) return;
    at.fresh = false;
    this.#document(at, 0);
  }

  #document(at: DocumentAt, document: number): void {
    const { buffer, layout } = this;
    const { person } = at;
    const source = document % (person.turns[this.#kind.index] ?? 1);
    layout.begin(buffer);
    for (const writer of this.#writers) {
      const { plan, column, byTurn, opens, closes } = writer;
      if (opens) openObject(buffer, opens);
      at.index = byTurn ? source : document;
      const state = plan.gaps === null ? STATE.filled : this.#stateOf(plan, person, at.index);
      at.state = state;
      if (state === STATE.filled || state === STATE.odd) writer.value(at);
      else if (state === STATE.null) column.null();
      else if (state === STATE.blank) writer.blank(at);
      if (closes) buffer.byte(125);
    }
    layout.end(buffer);
    buffer.endDocument();
  }

  #stateOf({ gaps, index }: ColumnPlan, person: Person, document: number): number {
    if (!gaps) return STATE.filled;
    return this.#first ? (person.states[index] ?? STATE.filled) : gaps.state(person.number, document);
  }
}

function openObject(buffer: DocumentBuffer, key: Buffer): void {
  if (buffer.bytes[buffer.at - 1] !== 123) buffer.byte(44);
  buffer.copy(key);
  buffer.byte(123);
}

function columnWriters(kind: KindPlan, options: WriterOptions): ColumnWriter[] {
  const { population, instants, buffer, layout } = options;
  const { draws } = population;
  const bodies = bodiesOf({ randoms: draws.randoms, table: draws.table(kind.name) });
  const outers = kind.columns.map(({ path }) => outerOf(path));
  return kind.columns.map((plan, i) => {
    const [outer, before, after] = [outers[i] ?? '', outers[i - 1] ?? '', outers[i + 1] ?? ''];
    const name = plan.path.slice(outer === '' ? 0 : outer.length + 1);
    const follows = kind.columns
      .slice(0, i)
      .some(({ parameters: { only } }, j) => only === undefined && outers[j] === outer);
    const column = new Column(buffer, name, { rows: layout.rows, distinct: distinctOf(plan), follows });
    const draw: ValueContext['draw'] = (text, use = 'value') =>
      draws.draw(text, placeOf(kind.name, plan.index, use));
    const context = { population, kind, plan, column, buffer, instants, bodies, draw };
    const inObject = outer !== '' && !layout.rows;
    return {
      plan,
      column,
      byTurn: isByTurn(plan),
      value: makeValue(context),
      blank:
        plan.parameters.make === 'person-name' ? blankName(plan.parameters, context) : () => column.text(''),
      opens: inObject && outer !== before ? Buffer.from(`${JSON.stringify(outer)}:`, 'utf8') : null,
      closes: inObject && outer !== after,
    };
  });
}

/** The object that a path lies in, empty for none. */
function outerOf(path: string): string {
  return path.includes('.') ? path.slice(0, path.indexOf('.')) : '';
}
