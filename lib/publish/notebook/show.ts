import { inspect } from 'node:util';
import { emitter } from './emit';
import type { Shown } from './shown';
import { shownOf, shownRows } from './shown';

/**
 * Shows a value in a notebook's cell: a figure or a Plotly specification interactive with a picture beside it, a frame,
 * an answer or rows as a table, anything else as text. Outside a notebook all of them are text.
 *
 * @param what the value, or a promise of it
 * @throws TRACE_UNKNOWN for a specification with a trace that is not drawn here
 * @example show('hello') // undefined
 */
export async function show(what: unknown): Promise<void> {
  const value = await what;
  const shown = shownOf(value) ?? otherwise(value);
  const emit = emitter();
  if (emit && shown.outputs) for (const output of await shown.outputs()) emit(output);
  else process.stdout.write(`${shown.text}\n`);
}

function otherwise(value: unknown): Shown | { text: string; outputs?: never } {
  if (typeof value === 'string') return { text: value };
  if (Array.isArray(value) && value.length === 0) return shownRows([]);
  const prototype: unknown = typeof value === 'object' && value !== null && Object.getPrototypeOf(value);
  return prototype === Object.prototype ? shownRows([value as object]) : { text: inspect(value) };
}
