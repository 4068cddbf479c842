/** A word, a name in quotes, a text in quotes, or one sign of a statement. */
export interface SqlWord {
  is: 'word' | 'name' | 'text' | 'sign';
  /** Without quotes; a word as it is written. */
  text: string;
  from: number;
  to: number;
}

/** How names are quoted: what opens them → what closes them. */
const NAME_QUOTES: Record<string, string> = { '`': '`', '"': '"', '[': ']' };
/** What MySQL executes inside a comment begins so. */
export const EXECUTED = /^\/\*M?!(?!999999)\d*/;
const BLANK = /[\t-\r \0]/;
const WORD_BYTE = /[\w$\x80-\xff]/;

/**
 * Reads the words of a statement one by one; comments are passed over, and what MySQL executes inside of them is read.
 * Bytes are one character each; texts and names come out decoded.
 */
export class SqlWords {
  /** @param texts how texts in single quotes are written: with a backslash as an escape, without one, or there are none */
  constructor(
    private readonly source: string,
    public at: number,
    private readonly texts: 'escaped' | 'plain' | 'none',
  ) {}

  /** The next word; null where the source ends before it does. */
  next(): SqlWord | null {
    if (!this.#skipGaps()) return null;
    const from = this.at;
    const c = this.source[from] ?? '';
    if (c === "'" && this.texts !== 'none') return this.#quoted(from, "'", 'text');
    // A bracket behind a word is a size or an index of an array, not a name of SQL Server.
    const close = c === '[' && /[\w\]]/.test(this.source[from - 1] ?? '') ? undefined : NAME_QUOTES[c];
    const name = close ? this.#quoted(from, close, 'name') : undefined;
    if (name !== undefined) return name;
    if (!WORD_BYTE.test(c)) return this.#word(from, from + 1, 'sign');
    let to = from;
    while (WORD_BYTE.test(this.source[to] ?? '')) to++;
    return to < this.source.length ? this.#word(from, to, 'word') : null;
  }

  /** The next word without going on to the one behind it. */
  peek(): SqlWord | null {
    const { at } = this;
    const word = this.next();
    this.at = at;
    return word;
  }

  #word(from: number, to: number, is: SqlWord['is'], text = this.source.slice(from, to)): SqlWord {
    this.at = to;
    return { is, text: Buffer.from(text, 'latin1').toString(), from, to };
  }

  /** undefined: it is no name, since no name goes on in the next line. */
  #quoted(from: number, close: string, is: 'text'): SqlWord | null;
  #quoted(from: number, close: string, is: 'name'): SqlWord | null | undefined;
  #quoted(from: number, close: string, is: 'text' | 'name'): SqlWord | null | undefined {
    const { source } = this;
    let text = '';
    for (let at = from + 1; at < source.length; at++) {
      const c = source[at] ?? '';
      if (c === close) {
        if (source[at + 1] !== close) return this.#word(from, at + 1, is, text);
        at++;
      } else if (c === '\n' && is === 'name') return undefined;
      else if (c === '\\' && is === 'text' && this.texts === 'escaped') at++;
      text += source[at] ?? '';
    }
    return null;
  }

  /** Goes to the next word; false where there is none. */
  #skipGaps(): boolean {
    const { source } = this;
    for (;;) {
      while (BLANK.test(source[this.at] ?? '')) this.at++;
      const two = source.slice(this.at, this.at + 2);
      const executed = EXECUTED.exec(source.slice(this.at, this.at + 12));
      if (executed) this.at += executed[0].length;
      else if (two === '*/') this.at += 2;
      else if (two === '/*') {
        const end = source.indexOf('*/', this.at + 2);
        if (end < 0) return false;
        this.at = end + 2;
      } else if (two === '--' || two[0] === '#') {
        const end = source.indexOf('\n', this.at);
        if (end < 0) return false;
        this.at = end + 1;
      } else return this.at < source.length;
    }
  }
}

/** Names joined by dots at this place, such as a schema and a table; empty where there is none. */
export function readName(words: SqlWords): string[] {
  const names: string[] = [];
  for (;;) {
    const word = words.peek();
    if (word?.is !== 'word' && word?.is !== 'name') return names;
    words.next();
    names.push(word.text);
    const behind = words.peek();
    if (behind?.text !== '.' || behind.is !== 'sign') return names;
    words.next();
  }
}

/** Is it this word, in whatever case? */
export function isWord(word: SqlWord | null | undefined, ...texts: string[]): boolean {
  return word?.is === 'word' && texts.includes(word.text.toUpperCase());
}

/** Is it this sign? */
export function isSign(word: SqlWord | null | undefined, text: string): boolean {
  return word?.is === 'sign' && word.text === text;
}
