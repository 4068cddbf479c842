import { isUtf8 } from 'node:buffer';
import type { ReferenceCell } from './reference-sql-cell';
import { behindBackslash, MYSQL_ESCAPES } from './reference-sql-escapes';

const GAP = /(?:[\t-\r ]|--[^\n]*\n|#[^\n]*\n|\/\*[^]*?\*\/)*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/** What is no row. */
export class BadRow extends Error {}
/** The text ends in the midst of a row. */
export class CutRow extends Error {}

/** Goes through the text of a dump, a pattern at a time, and reads the values of its rows. */
export class ReferenceSqlScanner {
  /** Values that are expressions, so far. */
  expressions = 0;
  protected at = 0;

  constructor(
    protected readonly text: string,
    protected readonly escapes: boolean,
  ) {}

  protected match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const met = pattern.exec(this.text)?.[0] ?? null;
    if (met !== null) this.at += met.length;
    return met;
  }

  protected blanks(): void {
    this.match(GAP);
    if (/^(?:--|#|\/\*)/.test(this.text.slice(this.at, this.at + 2))) this.at = this.text.length;
  }

  protected tuple(): ReferenceCell[] {
    this.at++;
    const cells: ReferenceCell[] = [];
    this.blanks();
    if (this.match(/\)/y) !== null) return cells;
    for (;;) {
      cells.push(this.value());
      if (this.text[this.at++] === ')') return cells;
      this.blanks();
    }
  }

  private value(): ReferenceCell {
    const { text } = this;
    const from = this.at;
    const c = text[from];
    if (c === undefined) throw new CutRow();
    const plain = (type: ReferenceCell['type']): ReferenceCell => ({
      type,
      text: text.slice(from, this.at),
    });
    let cell: ReferenceCell;
    let isText = false;
    let isWord = false;
    const introduced = /(?:_[\w$@\x80-\xff]+|[nN]|(?:date|time|timestamp))(?= ?')|[eExXbB](?=')/iy;
    const unquotedText = (kind: 'mysql' | 'plain' | 'e'): ReferenceCell => ({
      type: 'string',
      text: this.quoted(kind),
    });
    const usual = this.escapes ? 'mysql' : 'plain';
    if (c === "'" || c === '"') {
      cell = unquotedText(usual);
      isText = true;
    } else if (/[\d.+-]/.test(c)) {
      const isHex = /[xX]/.test(text[from + 1] ?? '');
      this.match(isHex ? /[^][\w$@\x80-\xff.]*/y : /[^](?:[\w$@\x80-\xff.]|(?<=[eE])[+-])*/y);
      const word = text.slice(from, this.at);
      NUMBER.lastIndex = 0;
      cell = plain(NUMBER.exec(word)?.[0] === word ? 'number' : 'string');
    } else if (/[\w$@\x80-\xff]/.test(c)) {
      const word = this.match(/[\w$@\x80-\xff]+/y) as string;
      if (this.at >= text.length) throw new CutRow();
      this.at = from;
      const prefix = this.match(introduced);
      if (/^null$/i.test(word)) {
        this.at = from + 4;
        cell = { type: 'null', text: '' };
      } else if (prefix !== null && prefix.length === word.length) {
        this.match(/ /y);
        if (/^[xXbB]$/.test(prefix)) {
          this.quoted('plain');
          cell = plain('string');
        } else {
          isText = true;
          cell = unquotedText(/^[eE]$/.test(prefix) ? 'e' : usual);
          const raw = Buffer.from(cell.text, 'latin1');
          if (/^_binary$/i.test(prefix) && !isUtf8(raw)) cell.text = `0x${raw.toString('hex').toUpperCase()}`;
        }
      } else if (/^ ?'/.test(text.slice(from + word.length, from + word.length + 2)))
        return this.expression(from);
      else {
        this.at = from + word.length;
        isWord = !/^(?:true|false)$/i.test(word);
        cell = plain(/^(?:true|false)$/.test(word) ? 'boolean' : 'string');
      }
    } else throw new BadRow();
    this.blanks();
    const next = text[this.at];
    if (next === undefined) throw new CutRow();
    if (next === ',' || next === ')') {
      if (isWord) this.expressions++;
      return cell;
    }
    if (isText && text.startsWith('::', this.at)) {
      this.cast();
      return cell;
    }
    if (isText) {
      const here = this.at;
      const goesOn = this.match(/[|+\-*/]|(?:at|coll\w{3})(?![\w$@\x80-\xff])/iy) !== null;
      this.at = here;
      if (!goesOn) throw new BadRow();
    }
    return this.expression(from);
  }

  private cast(): void {
    let depth = 0;
    for (this.at += 2; this.at < this.text.length; this.at++) {
      const c = this.text[this.at] as string;
      if (c === '(') depth++;
      else if (c === ')' && depth-- === 0) return;
      else if (c === ',' && depth === 0) return;
      else if (!/[\w$@\x80-\xff ."[\](),]/.test(c)) throw new BadRow();
    }
    throw new CutRow();
  }

  private expression(from: number): ReferenceCell {
    const { text } = this;
    this.at = from;
    let depth = 0;
    while (this.at < text.length) {
      const c = text[this.at] as string;
      if (`'"\``.includes(c)) {
        this.quoted(c === '`' || !this.escapes ? 'plain' : 'mysql');
        continue;
      }
      if ('([{'.includes(c)) depth++;
      else if (')]}'.includes(c)) {
        if (depth === 0 && c === ')') break;
        if (depth-- === 0) throw new BadRow();
      } else if (c === ',' && depth === 0) break;
      else if (c === ';') throw new BadRow();
      this.at++;
    }
    if (this.at >= text.length) throw new CutRow();
    this.expressions++;
    return { type: 'string', text: text.slice(from, this.at).replace(/[\0- ]+$/, '') };
  }

  /** The text in the quotes at hand, without them and its escapes. */
  private quoted(kind: 'mysql' | 'plain' | 'e'): string {
    const { text } = this;
    const quote = text[this.at] as string;
    let out = '';
    for (let at = this.at + 1; at < text.length; at++) {
      const c = text[at] as string;
      const next = text[at + 1];
      if (c === quote) {
        if (next !== quote) {
          this.at = at + 1;
          return out;
        }
        out += quote;
        at++;
      } else if (c === '\\' && kind !== 'plain') {
        if (next === undefined) break;
        const [meant, length] =
          kind === 'mysql' ? [MYSQL_ESCAPES[next] ?? next, 1] : behindBackslash(text, at + 1);
        out += meant;
        at += length;
      } else out += c;
    }
    throw new CutRow();
  }
}
