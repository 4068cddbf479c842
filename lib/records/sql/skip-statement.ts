import { EXECUTED } from './sql-words';

/** Bytes that must follow a place before what begins there can be recognized. */
const AHEAD = 80;
const TAG = /^\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$/;

/** How a line begins that brings rows. */
const BRINGS_ROWS = /^(?:(?:INSERT|REPLACE)\s+(?:\w+\s+){0,3}?INTO\s|COPY\s+[^\s(]+\s*(?:\(|FROM\s))/i;

/** How a statement is followed. */
export interface StatementReading {
  delimiter: string;
  /** Whether a backslash escapes inside a text. */
  hasEscapes: boolean;
  /** Whether the statement may have a body of statements in it: BEGIN … END. */
  hasBody: boolean;
  /** Whether lines that bring rows may be part of it. */
  holdsStatements: boolean;
}

/**
 * Follows a statement that holds no rows to its end, over as many pieces of text as it takes: behind the delimiter outside
 * quotes and comments, or behind the END of a trigger's body.
 */
export class SkippedStatement {
  /** What closes the text at work: a quote, a dollar tag, a line's end or a comment's; empty outside of texts. */
  #close = '';
  /** Set where the statement broke off: a line that brings rows came before its end. */
  isBroken = false;
  #body: 'none' | 'awaited' | 'open' | 'ending' = 'none';

  constructor(private readonly how: StatementReading) {
    if (how.hasBody && how.delimiter === ';') this.#body = 'awaited';
  }

  /** Reads on; `at` is how far, `isOver` whether the statement ended there. */
  read(bytes: Buffer, from: number, ended: boolean): { at: number; isOver: boolean } {
    const stop = ended ? bytes.length : bytes.length - AHEAD;
    let at = from;
    while (at < stop) {
      if (this.#close !== '') {
        at = this.#insideText(bytes, at, stop);
        if (this.isBroken) return { at, isOver: true };
        continue;
      }
      const c = bytes[at] ?? 0;
      if (
        c === this.how.delimiter.charCodeAt(0) &&
        this.#isAt(bytes, at, this.how.delimiter) &&
        this.#mayEnd()
      )
        return { at: at + this.how.delimiter.length, isOver: true };
      if (this.#breaksOff(bytes, at)) return { at: at + 1, isOver: true };
      at = this.#outside(bytes, at, c);
    }
    return { at, isOver: false };
  }

  /** Is the byte the end of a line behind which rows come? Then a delimiter is missing, or a quote is one too many. */
  #breaksOff(bytes: Buffer, at: number): boolean {
    if (bytes[at] !== 10 || this.how.holdsStatements || this.how.delimiter !== ';') return false;
    return (this.isBroken = BRINGS_ROWS.test(bytes.toString('latin1', at + 1, at + AHEAD)));
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
      // The line's end itself is outside of the comment.
      return close === '\n' ? end : end + close.length;
    }
    const quote = close.charCodeAt(0);
    for (; at < stop; at++) {
      const c = bytes[at];
      if (c === quote) {
        this.#close = '';
        return at + 1;
      }
      if (this.#breaksOff(bytes, at)) return at + 1;
      if (c === 92 && this.how.hasEscapes && quote !== 96) at++;
    }
    return at;
  }

  #outside(bytes: Buffer, at: number, c: number): number {
    if (c === 39 || c === 34 || c === 96) this.#close = String.fromCharCode(c);
    else if (c === 35 && this.how.hasEscapes) this.#close = '\n';
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
