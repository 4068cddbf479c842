import type { Column } from '../documents/column';
import type { DocumentBuffer } from '../documents/document-buffer';
import type { Use } from '../population/kind-fields';
import type { Person } from '../population/person';
import type { ColumnPlan, KindPlan, Population } from '../population/population-plan';
import type { Draw } from '../randoms/draw';
import type { Body } from './body';
import type { Instants } from './instants';

/** Which document of which person is written. */
export interface DocumentAt {
  person: Person;
  /** Of the person's documents of the kind, from 0; for a column that comes from sources in turn, the source. */
  index: number;
  /** Not the first document once more. */
  fresh: boolean;
  /** State of the column at hand, filled or odd. */
  state: number;
}

/** Writes a column's value. */
export type ValueWriter = (at: DocumentAt) => void;

/** What a value maker has: the column that it writes, and everything around it. */
export interface ValueContext {
  population: Population;
  kind: KindPlan;
  plan: ColumnPlan;
  column: Column;
  buffer: DocumentBuffer;
  instants: Instants;
  /** The person's body at a document of the kind. */
  bodies: (person: number, index: number) => Body;
  /** A draw of the column as the parameters name it. */
  draw: (text: string | undefined, use?: Use) => Draw;
}
