import type { CsvDialect } from './csv-dialect';

/** What became of a record. */
export type RecordOutcome = 'read' | 'repaired' | 'few' | 'many' | 'quotes';

/** One record: its cells as bytes, the byte behind its end, and what became of it. */
export interface LooseRecord {
  outcome: RecordOutcome;
  cells: string[];
  end: number;
}

/** A quoted cell that swallows more lines than this, each of which fits the table by itself, is an unclosed quote. */
const SWALLOWED_LINES = 8;
/** A record of the wrong width over more lines than this is an unclosed quote. */
const SPANNED_LINES = 64;

/** More cells than this that go over a line's end are no record: a chain of stray quotes would be read again from each line. */
const CROSSING_CELLS = 64;
/** Where the width is not known yet, a record over several lines is not followed further than this. */
const UNKNOWN_BYTES = 1 << 14;

interface Reading {
  cells: string[];
  end: number;
}

/**
 * Reads records of a delimiter-separated text one by one. What is well-formed (RFC 4180) and as wide as the table is taken
 * as it stands; where a quote is stray or unclosed, the physical line is read by itself, its quotes taken for text where
 * they cannot be what they seem. The byte pass reads by the same rules; this is the form in which they can be read, and
 * what the pass is tested against.
 */
export class RecordReader {
  /**
   * @param text one byte a character; its last record has a line end
   * @param columns width of the table; 0 accepts any
   */
  constructor(
    private readonly text: string,
    private readonly dialect: CsvDialect,
    private readonly columns: number,
  ) {}

  /** Reads the record at `p`. */
  read(p: number): LooseRecord {
    const strict = this.#strictly(p);
    const line = this.#lineEnd(p);
    if (strict && strict.end === line) return this.#judged(strict);
    if (strict && this.#fits(strict.cells) && !this.#swallows(p, strict.end))
      return { ...strict, outcome: 'read' };
    const loose = this.#loosely(p);
    if (this.#fits(loose.cells)) return { ...loose, outcome: 'repaired' };
    if (strict && !this.#linesAreRecords(line, strict.end)) return this.#judged(strict);
    return { ...loose, outcome: 'quotes' };
  }

  #fits(cells: string[]): boolean {
    return this.columns === 0 || cells.length === this.columns;
  }

  #judged(reading: Reading): LooseRecord {
    const outcome = this.#fits(reading.cells) ? 'read' : reading.cells.length < this.columns ? 'few' : 'many';
    return { ...reading, outcome };
  }

  /** By RFC 4180, over several lines if need be; null where it is not well-formed. */
  #strictly(p: number): Reading | null {
    const { text, dialect } = this;
    const { delimiter, quote } = dialect;
    const firstLine = this.#lineEnd(p);
    const cells: string[] = [];
    let line = firstLine;
    let crossings = 0;
    for (let at = p; ; at += delimiter.length) {
      if (quote !== null && text[at] === quote) {
        const close = this.#closing(at + 1);
        if (close < 0) return null;
        if (close >= line) {
          line = this.#lineEnd(close);
          if (++crossings > CROSSING_CELLS) return null;
        }
        cells.push(this.#unescaped(at + 1, close));
        at = close + 1;
        const end = this.#endAt(at);
        if (end > 0) return { cells, end };
        if (!text.startsWith(delimiter, at)) return null;
      } else {
        const stop = this.#lineEnd(at) - 1;
        const next = text.indexOf(delimiter, at);
        if (next < 0 || next >= stop) {
          cells.push(text.slice(at, this.#withoutReturn(at, stop)));
          return { cells, end: stop + 1 };
        }
        cells.push(text.slice(at, next));
        at = next;
      }
      if (at < firstLine) continue;
      if (this.columns === 0 ? at - p > UNKNOWN_BYTES : cells.length >= this.columns) return null;
    }
  }

  /** The quote that closes the cell whose text begins at `p`, or -1. */
  #closing(p: number): number {
    const { text, dialect } = this;
    for (let at = p; at < text.length; at++) {
      if (dialect.escape === 'backslash' && text[at] === '\\') at++;
      else if (text[at] === dialect.quote) {
        if (text[at + 1] !== dialect.quote) return at;
        at++;
      }
    }
    return -1;
  }

  /** The byte behind the line end that stands at `p`, or 0. */
  #endAt(p: number): number {
    const { lineEnd } = this.dialect;
    if (this.text[p] === lineEnd) return p + 1;
    return lineEnd === '\n' && this.text[p] === '\r' && this.text[p + 1] === '\n' ? p + 2 : 0;
  }

  #lineEnd(p: number): number {
    const end = this.text.indexOf(this.dialect.lineEnd, p);
    return end < 0 ? this.text.length : end + 1;
  }

  #withoutReturn(from: number, stop: number): number {
    return this.dialect.lineEnd === '\n' && stop > from && this.text[stop - 1] === '\r' ? stop - 1 : stop;
  }

  /** The physical line by itself: a quote that does not close its cell is text. */
  #loosely(p: number): Reading {
    const { text, dialect } = this;
    const end = this.#lineEnd(p);
    const stop = this.#withoutReturn(p, end - 1);
    const cells: string[] = [];
    for (let at = p; ;) {
      const close = text[at] === dialect.quote && at < stop ? this.#looseClosing(at + 1, stop) : -1;
      if (close >= 0) {
        cells.push(this.#unescaped(at + 1, close));
        at = close + 1;
      } else {
        const next = text.indexOf(dialect.delimiter, at);
        const to = next < 0 || next + dialect.delimiter.length > stop ? stop : next;
        cells.push(text.slice(at, to));
        at = to;
      }
      if (at >= stop) return { cells, end };
      at += dialect.delimiter.length;
    }
  }

  /** The first quote before `stop` that a delimiter or the line's end follows; -1 if another cell's quote comes first. */
  #looseClosing(p: number, stop: number): number {
    const { text, dialect } = this;
    const { delimiter, quote } = dialect;
    const ends = (at: number): boolean =>
      at === stop || (at + delimiter.length <= stop && text.startsWith(delimiter, at));
    for (let at = p; at < stop; at++) {
      if (dialect.escape === 'backslash' && text[at] === '\\') at++;
      else if (text[at] === quote) {
        if (ends(at + 1)) return at;
        if (text[at + 1] === quote && at + 1 < stop) {
          if (ends(at + 2)) return at + 1;
          at++;
        } else if (at - delimiter.length >= p && text.startsWith(delimiter, at - delimiter.length)) return -1;
      }
    }
    return -1;
  }

  #unescaped(from: number, to: number): string {
    const { quote, escape } = this.dialect;
    const raw = this.text.slice(from, to);
    if (quote === null) return raw;
    if (escape === 'doubled') return raw.replaceAll(quote + quote, quote);
    return raw.replace(
      new RegExp(`\\\\([\\\\${quote}])|${quote}${quote}`, 'g'),
      (_, kept?: string) => kept ?? quote,
    );
  }

  /** Whether each of the many lines of a record is a record of the table by itself. */
  #swallows(p: number, end: number): boolean {
    if (this.columns < 2) return false;
    let lines = 0;
    for (let at = p; at < end; lines++) {
      const line = this.#loosely(at);
      if (line.cells.length !== this.columns) return false;
      at = line.end;
    }
    return lines > SWALLOWED_LINES;
  }

  /** Whether a record of the wrong width is rather several: too many lines, or its second one fits the table. */
  #linesAreRecords(second: number, end: number): boolean {
    let lines = 1;
    for (let at = second; at < end && lines <= SPANNED_LINES; at = this.#lineEnd(at)) lines++;
    return lines > SPANNED_LINES || this.#fits(this.#loosely(second).cells);
  }
}
