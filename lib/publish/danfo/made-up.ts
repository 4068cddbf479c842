import type { Danfo } from './types';

const marked = new WeakSet<object>();

/** Marks a frame whose numbers come from made-up records. */
export function markMadeUp(frame: object): void {
  marked.add(frame);
}

/** Whether a frame, or one that it was made from, comes from made-up records. */
export function isMadeUp(frame: object): boolean {
  return marked.has(frame);
}

/** Frames in a list of frames; a longer list is one of values. */
const MOST_LISTED = 50;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Makes what is derived from a marked frame marked too: its groups, columns, joins, selections. */
export function inheritMarks({ DataFrame, Series }: Danfo): void {
  const sample = new DataFrame([[0, 0]], { columns: ['a', 'b'] });
  const classes: unknown[] = [DataFrame.prototype, Series.prototype, sample.groupby(['a'])];
  for (const each of classes) {
    const owner = Object.getPrototypeOf(each) as Record<string, unknown>;
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof value !== 'function' || name === 'constructor') continue;
      owner[name] = inheriting(value as Method);
    }
  }
}

/** A function whose result is marked where what it was called on, or one of its arguments, is. */
export function inheriting(method: Method): Method {
  return function (...args) {
    const result = method.apply(this, args);
    // What a function is called on can be all variables of a notebook: only a frame counts there.
    if (isObject(result) && ((isObject(this) && marked.has(this)) || args.some(holdsMark)))
      marked.add(result);
    return result;
  };
}

/** Frames also come in lists and in options: `concat({ dfList })`, `merge({ left, right })`. */
function holdsMark(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (marked.has(value)) return true;
  if (Array.isArray(value)) return value.slice(0, MOST_LISTED).some(holdsMark);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).some(holdsMark);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
