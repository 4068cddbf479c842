import { isUtf8 } from 'node:buffer';
import { wrappedValue } from './slow-wrappers';
import type { ValueType } from '../../contract/manifest';

// An independent and slow reading of the same rules, for the tests: JSON.parse decides what a document is, and a plain walk
// over its text says which values it has. Shares nothing with the pass.

/** One value of a document. */
export interface SlowValue {
  /** Path in the contract's words; '' for the object that is the document. */
  path: string;
  /** Index in each array around it. */
  index: number[];
  type: ValueType;
  /** Unescaped text; the source of a number; '' for null, objects and arrays. */
  text: string;
  /** For objects and arrays: nothing in it. */
  empty: boolean;
}

/** One line: a document with its values, blank, or refused. */
export type SlowLine = { document: SlowValue[]; keys: string[] | null } | 'blank' | 'refused';

const MAX_DEPTH = 1000;

/** Reads one line without its line break. */
export function readSlowly(line: Buffer): SlowLine {
  if (!isUtf8(line)) return 'refused';
  const text = line.toString();
  if (/^[ \t\r]*$/.test(text)) return 'blank';
  try {
    JSON.parse(text);
  } catch {
    return 'refused';
  }
  const walk = new Walk(text);
  walk.value('', []);
  if (walk.deepest > MAX_DEPTH) return 'refused';
  const isObject = text.trimStart().startsWith('{');
  if (isObject) return { document: walk.values, keys: [...walk.topKeys].sort() };
  return { document: walk.values.map((value) => ({ ...value, path: `$${value.path}` })), keys: null };
}

/** A walk over a text that is known to be JSON. */
class Walk {
  readonly values: SlowValue[] = [];
  readonly topKeys = new Set<string>();
  deepest = 0;
  #at = 0;
  #depth = 0;

  constructor(private readonly text: string) {}

  value(path: string, index: number[]): void {
    this.#blanks();
    const c = this.text[this.#at];
    const wrapped = c === '{' && this.#depth > 0 ? wrappedValue(this.text, this.#at) : null;
    if (wrapped) {
      this.#at = wrapped.end;
      this.#put(path, index, wrapped.type, wrapped.text);
    } else if (c === '"') this.#put(path, index, 'string', this.#string());
    else if (c === '{') this.#object(path, index);
    else if (c === '[') this.#array(path, index);
    else {
      const word = /^[^\s,\]}]+/.exec(this.text.slice(this.#at, this.#at + 10_000))?.[0] ?? '';
      this.#at += word.length;
      if (word === 'null') this.#put(path, index, 'null', '');
      else this.#put(path, index, word === 'true' || word === 'false' ? 'boolean' : 'number', word);
    }
  }

  #object(path: string, index: number[]): void {
    const own = this.#put(path, index, 'object', '');
    const seen = new Map<string, number>();
    this.#inside('}', own, () => {
      const key = this.#string();
      if (this.#depth === 1) this.topKeys.add(key);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      this.#blanks();
      this.#at++;
      const name = /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)
        ? path === ''
          ? key
          : `.${key}`
        : `[${JSON.stringify(key)}]`;
      this.value(path + name + (count > 1 ? `#${count}` : ''), index);
    });
  }

  #array(path: string, index: number[]): void {
    const own = this.#put(path, index, 'array', '');
    let i = 0;
    this.#inside(']', own, () => this.value(`${path}[]`, [...index, i++]));
  }

  #inside(close: string, own: SlowValue, member: () => void): void {
    this.deepest = Math.max(this.deepest, ++this.#depth);
    this.#at++;
    this.#blanks();
    own.empty = this.text[this.#at] === close;
    if (own.empty) this.#at++;
    else {
      do {
        this.#blanks();
        member();
        this.#blanks();
      } while (this.text[this.#at++] !== close);
    }
    this.#depth--;
  }

  #put(path: string, index: number[], type: ValueType, text: string): SlowValue {
    const value = { path, index, type, text, empty: false };
    this.values.push(value);
    return value;
  }

  #blanks(): void {
    while (' \t\r'.includes(this.text[this.#at] ?? 'x')) this.#at++;
  }

  #string(): string {
    const from = this.#at++;
    while (this.text[this.#at] !== '"') this.#at += this.text[this.#at] === '\\' ? 2 : 1;
    return keepLone(JSON.parse(this.text.slice(from, ++this.#at)) as string);
  }
}

/** Halves of surrogate pairs as their escapes: no UTF-8 form exists. */
function keepLone(text: string): string {
  return text.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}
