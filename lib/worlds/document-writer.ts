import type { Column } from './column';
import type { Person } from './person';

/** Writes the documents of one kind, person by person. */
export interface DocumentWriter {
  /** By path. */
  columns: Record<string, Column>;
  /** Writes every document of this kind that hangs on a person. */
  write(person: Person): void;
}
