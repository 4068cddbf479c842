import { isUtf8 } from 'node:buffer';
import { wrappedValue } from './reference-wrappers';
import type { ValueType } from '../../contract/manifest';

// An independent, reference reading of the same rules, for the tests: JSON.parse decides what a document is, and a plain walk
// over its text says which values it has. Shares nothing with the pass.

/** One value of a document. */
export interface ReferenceValue {
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
export type ReferenceLine =
  { document: ReferenceValue[]; keys: string[] | null; objects: ReferenceObject[] } | 'blank' | 'refused';

/** One object, with its keys that were not folded. */
export interface ReferenceObject {
  path: string;
  keys: string[];
  /** What stands at them, without nulls. */
  types: Set<ValueType>;
}

const MAX_DEPTH = 1000;
const MOST_JSON_BYTES = 1_048_576;
const MOST_LEVELS = 2;
const PLAIN = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** Keys shaped like an e-mail address, a number or date, an id in hexadecimal, digits in a row, a token. */
const VALUE_KEYS = [
  /^(?![\s\S]*[\u0000- ])(?![\s\S]*@[\s\S]*@)[^@]+@[\s\S]+\.[\s\S]/,
  /^(?=[^]*\d)[\d\u0000- .+/():-]+$/,
  /^(?=[^]*\d)(?=(?:[:-]*[\da-fA-F]){12})[\da-fA-F:-]+$/,
  /\d{7}/,
  /^(?=(?:[^]*\d){4})(?=[^]*[a-z])(?=[^]*[A-Z])[\w.+/():-]{20,}$/,
];

/** What a reference reading is told: names that are never folded, and paths whose keys are all values. */
export interface ReferenceOptions {
  names?: readonly string[];
  maps?: ReadonlySet<string>;
}

/** Reads one line without its line break. */
export function referenceJson(
  line: Buffer,
  { names = [], maps = new Set() }: ReferenceOptions = {},
): ReferenceLine {
  if (!isUtf8(line)) return 'refused';
  const text = line.toString();
  if (/^[ \t\r]*$/.test(text)) return 'blank';
  try {
    JSON.parse(text);
  } catch {
    return 'refused';
  }
  const isObject = text.trimStart().startsWith('{');
  const outer = (path: string): string => (isObject ? path : `$${path}`);
  const walk = new Walk(text, { names, maps }, { depth: 0, level: 0, outer });
  walk.value('', []);
  if (walk.deepest > MAX_DEPTH) return 'refused';
  if (isObject) return { document: walk.values, keys: [...walk.topKeys].sort(), objects: walk.objects };
  const below = <T extends { path: string }>(each: T): T => ({ ...each, path: `$${each.path}` });
  return { document: walk.values.map(below), keys: null, objects: walk.objects.map(below) };
}

/** A walk over a text that is known to be JSON. */
class Walk {
  readonly values: ReferenceValue[] = [];
  readonly objects: ReferenceObject[] = [];
  readonly topKeys = new Set<string>();
  deepest = 0;
  #at = 0;
  #depth = 0;

  constructor(
    private readonly text: string,
    private readonly told: Required<ReferenceOptions>,
    private readonly around: { depth: number; level: number; outer: (path: string) => string },
  ) {}

  value(path: string, index: number[]): void {
    this.#blanks();
    const c = this.text[this.#at];
    const wrapped = c === '{' && this.#depth > 0 ? wrappedValue(this.text, this.#at) : null;
    if (wrapped) {
      this.#at = wrapped.end;
      this.#put(path, index, wrapped.type, wrapped.text);
    } else if (c === '"') this.#text(path, index, this.#string());
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
    const keys: string[] = [];
    let folded = 0;
    const types = new Set<ValueType>();
    this.objects.push({ path, keys, types });
    this.#inside('}', own, () => {
      const key = this.#string();
      const isFolded = this.#isFolded(path, key);
      if (this.#depth === 1) this.topKeys.add(isFolded ? '{*}' : key);
      this.#blanks();
      this.#at++;
      if (isFolded) {
        const members = path === '' ? '{*}' : `${path}.{*}`;
        const at = [...index, folded++];
        this.#put(`${members}«key»`, at, 'string', key);
        return this.value(members, at);
      }
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      keys.push(key);
      const name = PLAIN.test(key) ? (path === '' ? key : `.${key}`) : `[${JSON.stringify(key)}]`;
      const at = this.values.length;
      this.value(path + name + (count > 1 ? `#${count}` : ''), index);
      const type = this.values[at]?.type;
      if (type && type !== 'null') types.add(type);
    });
  }

  #isFolded(path: string, key: string): boolean {
    const { outer } = this.around;
    if (!this.told.maps.has(outer(path)) && !VALUE_KEYS.some((shape) => shape.test(key))) return false;
    const words = key.match(/[A-Z]*[a-z]+|[A-Z]+/g) ?? [];
    return !words.some((_, i) => {
      const rest = words.slice(i).join('').toLowerCase();
      return (i === 0 || rest.length >= 5) && this.told.names.includes(rest);
    });
  }

  /** A string, and what it holds if that is JSON. */
  #text(path: string, index: number[], text: string): void {
    this.#put(path, index, 'string', text);
    const { depth, level, outer } = this.around;
    const inner = withoutBlanks(text);
    if (!/^[[{]/.test(inner) || level === MOST_LEVELS || Buffer.byteLength(text) > MOST_JSON_BYTES) return;
    try {
      JSON.parse(inner);
    } catch {
      return;
    }
    const place = (below: string): string =>
      `${path}«json»${below === '' || below.startsWith('[') || below.startsWith('«') ? '' : '.'}${below}`;
    const walk = new Walk(inner.replaceAll('\n', ' '), this.told, {
      depth: depth + this.#depth,
      level: level + 1,
      outer: (below) => outer(place(below)),
    });
    walk.value('', []);
    if (depth + this.#depth + walk.deepest > MAX_DEPTH) return;
    for (const value of walk.values)
      this.values.push({ ...value, path: place(value.path), index: [...index, ...value.index] });
    for (const object of walk.objects) this.objects.push({ ...object, path: place(object.path) });
  }

  #array(path: string, index: number[]): void {
    const own = this.#put(path, index, 'array', '');
    let i = 0;
    this.#inside(']', own, () => this.value(`${path}[]`, [...index, i++]));
  }

  #inside(close: string, own: ReferenceValue, member: () => void): void {
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

  #put(path: string, index: number[], type: ValueType, text: string): ReferenceValue {
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

/** Without what JSON takes for white space at both ends. */
function withoutBlanks(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && ' \t\r\n'.includes(text[from] as string)) from++;
  while (to > from && ' \t\r\n'.includes(text[to - 1] as string)) to--;
  return text.slice(from, to);
}
