import { createdTable, tableNameOf, unquoted } from './reference-sql-names';
import type { ReferenceCell } from './reference-sql-cell';
import { ReferenceSqlScanner } from './reference-sql-scanner';

/** A row with its place; `code` is null where it was read. */
export interface ReferenceSqlRow {
  table: string;
  names: string[];
  line: number;
  byte: number;
  length: number;
  code: string | null;
  cells: ReferenceCell[];
}

/** What a reference reading makes of a dump. */
export interface ReferenceDump {
  rows: ReferenceSqlRow[];
  skipped: number;
  isCut: boolean;
  expressions: number;
}

/** Blanks and comments before rows, and a name there. */
export const HEAD_GAP = /(?:[\t-\r \0]|--[^\n]*\n|#[^\n]*\n|\/\*M?!(?!999999)\d*|\*\/|\/\*[^]*?\*\/)*/y;
export const NAME = /`(?:[^`\n]|``)*`|"(?:[^"\n]|"")*"|\[(?:[^\]\n]|\]\])*\]|[\w$\x80-\xff]+/y;
const TAGGED = String.raw`(\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)[^]*?\1`;
const STANDARD_GAP_IN_STATEMENT = new RegExp(
  String.raw`--[^\n]*|\/\*(?!M?!(?!999999))[^]*?\*\/|${TAGGED}`,
  'y',
);
const GAP_IN_STATEMENT = new RegExp(`#[^\\n]*|${STANDARD_GAP_IN_STATEMENT.source}`, 'y');

/** Passes over the statements of a dump that bring no rows, and learns the columns of the tables that they create. */
export class ReferenceSqlStatements extends ReferenceSqlScanner {
  readonly dump: Omit<ReferenceDump, 'expressions'> = { rows: [], skipped: 0, isCut: false };
  protected readonly created = new Map<string, string[]>();
  protected delimiter = ';';
  #isBroken = false;

  protected gap(): boolean {
    while (
      this.match(/[\t-\r \0;]+|\*\/|\/\*M?!(?!999999)\d*|(?:--|#)[^\n]*(?:\n|$)|\/\*[^]*?\*\//y) !== null
    );
    if (!this.text.startsWith('/*', this.at)) return this.at < this.text.length;
    this.dump.isCut = true;
    return false;
  }

  /** The same, of a statement that may have statements in it: BEGIN … END. */
  #endOfBody(from: number): void {
    do this.end(true);
    while (this.at < this.text.length && this.#isInBody(this.text.slice(from, this.at)));
  }

  #isInBody(statement: string): boolean {
    if (this.delimiter !== ';') return false;
    const quotes = this.escapes ? /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/g : /'[^']*'|"[^"]*"/g;
    const words = statement
      .replace(quotes, "''")
      .replace(/--[^\n]*|\/\*[^]*?\*\/|`[^`]*`|(\$\w*\$)[^]*?\1/g, ' ');
    return /\bbegin\b/i.test(words) && !/\bend\s*;$/i.test(words);
  }

  /** Goes behind the statement's semicolon. */
  protected end(holds = false): void {
    const from = this.at;
    const quotes = this.escapes ? String.raw`'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"` : `'[^']*'|"[^"]*"`;
    const end = this.delimiter.replace(/[^\w]/g, '\\$&');
    const hash = this.escapes ? String.raw`#[^\n]*\n|` : '';
    const rest = new RegExp(
      String.raw`(?:${quotes}|\`[^\`]*\`|--[^\n]*\n|${hash}\/\*M?!(?!999999)|\/\*(?!M?!(?!999999))(?:(?!\*\/)[^])*\*\/|(\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)(?:(?!\1)[^])*\1|(?!['"\`${this.escapes ? '#' : ''}]|${end}|--|\/\*|\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)[^])*${end}`,
      'y',
    );
    if (this.match(rest) === null) {
      this.dump.isCut = true;
      this.at = this.text.length;
    }
    const broken = holds || this.delimiter !== ';' ? -1 : this.#breakIn(from, this.at);
    if (broken < 0) return;
    this.dump.isCut = true;
    this.#isBroken = true;
    this.at = broken;
  }

  /** Where a line that brings rows begins in a statement that is none of those that hold statements; -1: nowhere. */
  #breakIn(from: number, to: number): number {
    const { text } = this;
    let quote = '';
    for (let at = from; at < to; at++) {
      const c = text[at] as string;
      if (c === quote) quote = '';
      else if (
        c === '\n' &&
        /^(?:(?:insert|replace)\s+(?:\w+\s+){0,3}?into\s|copy\s+[^\s(]+\s*(?:\(|from\s))/i.test(
          text.slice(at + 1, at + 80),
        )
      )
        return at + 1;
      else if (quote !== '') at += c === '\\' && this.escapes && quote !== '`' ? 1 : 0;
      else if (`'"\``.includes(c)) quote = c;
      else {
        const gap = this.escapes ? GAP_IN_STATEMENT : STANDARD_GAP_IN_STATEMENT;
        gap.lastIndex = at;
        const met = gap.exec(text)?.[0] ?? '';
        // What is never closed reaches to the end.
        if (
          met === '' &&
          /^(?:\/\*(?!M?!(?!999999))|\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)/.test(text.slice(at, at + 80))
        )
          return -1;
        at += Math.max(0, met.length - 1);
      }
    }
    return -1;
  }

  protected create(): void {
    const from = this.at;
    const opening = this.text.slice(from, from + 600);
    const isTable = /^create\s+(?:\w+\s+){0,4}?table\b/i.test(opening);
    if (!isTable && /^create\s[^;]{0,400}?\b(?:trigger|procedure|function|event)\b/i.test(opening)) {
      this.#endOfBody(from);
      return;
    }
    this.#isBroken = false;
    this.end(/^create\s+(?:or\s+replace\s+)?rule\b/i.test(opening));
    if (!isTable || (this.dump.isCut && this.at === this.text.length)) return;
    const created = createdTable(this.text.slice(from, this.at), this.escapes);
    if (!created) return;
    if (created.names && !this.#isBroken) this.created.set(created.table, created.names);
    else this.created.delete(created.table);
  }

  /** Names joined by dots, then a list of names in brackets. */
  protected target(): { table: string; columns: string[] | null } | null {
    const names: string[] = [];
    do {
      this.match(HEAD_GAP);
      const name = this.match(NAME);
      if (name === null) return null;
      names.push(name);
      this.match(HEAD_GAP);
    } while (this.match(/\./y) !== null);
    const table = tableNameOf(names.join('.'));
    if (this.match(/\(/y) === null) return { table, columns: null };
    const columns: string[] = [];
    do {
      this.match(HEAD_GAP);
      const name = this.match(NAME);
      if (name === null) return null;
      columns.push(unquoted(name));
      this.match(HEAD_GAP);
    } while (this.match(/,/y) !== null);
    if (this.match(/\)/y) === null) return null;
    this.match(HEAD_GAP);
    return { table, columns };
  }
}
