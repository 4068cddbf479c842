// A new dump: whatever the files beside this one know of the last one is forgotten.
import { headLength } from './read-tuples';
import { base, clearRows, counted, expressions, lines } from './row-list';
import { PLAIN, escapes } from './sql-escapes';

export function beginSql(): void {
  base = 0;
  counted = 0;
  lines = 0;
  expressions = 0;
  headLength = 0;
  escapes = PLAIN;
  clearRows();
}
