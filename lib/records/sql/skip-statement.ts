import { EXECUTED } from './sql-words';

/** Bytes that must lie behind a place for all that begins there to be told. */
const AHEAD = 80;
const TAG = /^\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$/;

/**
 * Follows a statement that holds no rows to its end, over as many pieces of text as it takes: behind the delimiter outside
 * quotes and comments, or behind the END of a trigger's body.
 */
export class SkippedStatement {
  /** What closes the text at work: a quote, a dollar tag, a line's end or a comment's; empty outside of texts. */
  #close = '';
  #body: 'none' | 'awaited' | 'open' | 'ending' = 'none';

  /**
   * @param hasEscapes whether a backslash escapes inside a text
   * @param hasBody whether the statement may have a body of statements in it: BEGIN … END
   */
  constructor(
    private readonly delimiter: string,
    private readonly hasEscapes: boolean,
    hasBody: boolean,
  ) {
    if (hasBody && delimiter === ';') this.#body = 'awaited';
  }

  /** Reads on; `at` is how far, `isOver` whether the statement ended there. */
  read(bytes: Buffer, from: number, ended: boolean): { at: number; isOver: boolean } {
    const stop = ended ? bytes.length : bytes.length - AHEAD;
    let at = from;
    while (at < stop) {
      if (this.#close !== '') {
        at = this.#insideText(bytes, at, stop);
        continue;
      }
      const c = bytes[at] as number;
      if (c === this.delimiter.charCodeAt(0) && this.#isAt(bytes, at, this.delimiter) && this.#mayEnd())
        return { at: at + this.delimiter.length, isOver: true };
      at = this.#outside(bytes, at, c);
    }
    return { at, isOver: false };
  }

  #mayEnd(): boolean {
    return this.#body === 'none' || this.#body === 'awaited' || this.#body === 'ending';
  }

  #isAt(bytes: Buffer, at: number, text: string): boolean {
    return bytes.toString('latin1', at, at + text.length) === text;
  }

  #insideText(bytes: Buffer, at: number, stop: number): number {
    const close = this.#close;
    if (close.length > 1 || close === '\n') {
      const end = bytes.indexOf(close, at, 'latin1');
      if (end < 0) return stop;
      this.#close = '';
      return end + close.length;
    }
    const quote = close.charCodeAt(0);
    for (; at < stop; at++) {
      const c = bytes[at];
      if (c === quote) {
        this.#close = '';
        return at + 1;
      }
      if (c === 92 && this.hasEscapes && quote !== 96) at++;
    }
    return at;
  }

  #outside(bytes: Buffer, at: number, c: number): number {
    if (c === 39 || c === 34 || c === 96) this.#close = String.fromCharCode(c);
    else if (c === 35 && this.hasEscapes) this.#close = '\n';
    else if (c === 45 && bytes[at + 1] === 45) this.#close = '\n';
    else if (c === 47 && bytes[at + 1] === 42) return this.#comment(bytes, at);
    else if (c === 36) {
      const tag = TAG.exec(bytes.toString('latin1', at, at + AHEAD))?.[0];
      this.#close = tag ?? '';
      return at + (tag?.length ?? 1);
    } else if (isLetter(c) && this.#body !== 'none') return this.#word(bytes, at);
    return at + 1;
  }

  /** What MySQL executes inside a comment is part of the statement. */
  #comment(bytes: Buffer, at: number): number {
    const executed = EXECUTED.exec(bytes.toString('latin1', at, at + 16));
    if (!executed) this.#close = '*/';
    return at + (executed?.[0].length ?? 2);
  }

  #word(bytes: Buffer, at: number): number {
    let to = at;
    while (isLetter(bytes[to] ?? 0)) to++;
    const word = bytes.toString('latin1', at, Math.min(to, at + 8)).toUpperCase();
    if (word === 'BEGIN' && this.#body === 'awaited') this.#body = 'open';
    else if (this.#body === 'open' || this.#body === 'ending')
      this.#body =
        word === 'END' && /^\s*;/.test(bytes.toString('latin1', to, to + AHEAD)) ? 'ending' : 'open';
    return to;
  }
}

function isLetter(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || (c >= 48 && c <= 57);
}
