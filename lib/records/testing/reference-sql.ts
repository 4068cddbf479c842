import { isUtf8 } from 'node:buffer';
import { splitCopy } from './reference-sql-escapes';
import { BadRow, CutRow } from './reference-sql-scanner';
import { HEAD_GAP, NAME, type ReferenceDump, ReferenceSqlStatements } from './reference-sql-statements';
import type { ReferenceCell } from './reference-sql-cell';

// The tests' own reading of a dump, a pattern at a time over the whole text. Shares nothing with the splitter or the pass.

const BEGINS = String.raw`(?:INSERT|REPLACE|CREATE|COPY|UNLOCK|LOCK|ALTER|DROP|SET)\s|--|\/\*`;
const NEXT_ROW = new RegExp(String.raw`\)(?=\s*,\s*\(|\s*;[ \t]*(?:\r?\n|$))|\n(?=${BEGINS})`, 'gi');
const NEXT_STATEMENT = new RegExp(String.raw`;(?=[ \t]*(?:\r?\n|$))|\n(?=${BEGINS})`, 'gi');
const NEXT_COMMA = new RegExp(String.raw`[^,;](?=,\s*\(|;[ \t]*(?:\r?\n|$))|\n(?=${BEGINS})`, 'gi');
const STATEMENTS =
  /(?:insert|replace|copy|create|drop|alter|use|set|update|delete|merge|truncate|load|delimiter|lock|unlock|begin|start|commit|end|rollback|pragma|select|grant|comment|analyze|with|values|call|show|flush|rename)\b|\\|go[ \t\r]*(?:\n|$)/iy;

/** Reads a dump; `escapes`: whether a backslash escapes in its texts. */
export function referenceSql(bytes: Buffer, escapes: boolean): ReferenceDump {
  const { dump, expressions } = new Reading(
    bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '   '),
    escapes,
  );
  return { ...dump, expressions };
}

/** An INSERT whose first word is damaged. */
const DAMAGED_INSERT = /[^\s;'"][^;'"\n]{0,20}?[^\w]?into\s[^;'(]{1,200}?(?:\([^;')]*\)\s*)?values\s*\(/iy;

class Reading extends ReferenceSqlStatements {
  readonly #unnamed = new Map<string, string[]>();

  constructor(text: string, escapes: boolean) {
    super(text, escapes);
    while (this.gap()) this.#statement();
  }

  #statement(): void {
    const from = this.at;
    const word = this.match(STATEMENTS)?.toLowerCase().trim();
    this.at = from;
    const damaged = word === undefined ? this.match(DAMAGED_INSERT) : null;
    if (damaged !== null) this.at = from + damaged.search(/into\s/i);
    if (word === 'insert' || word === 'replace' || damaged !== null) this.#insert(from);
    else if (word === 'copy') this.#copy();
    else {
      this.dump.skipped++;
      if (word === 'delimiter')
        this.delimiter = /^delimiter[ \t]+(\S+)/i.exec(this.text.slice(from))?.[1] ?? ';';
      if (word === undefined || word === '\\' || word === 'go' || word === 'delimiter')
        this.match(/[^\n]*\n?/y);
      else if (word === 'create') this.create();
      else
        this.end(
          /^(?:with|do|explain|prepare|exec|execute|declare|if|begin|call)\b/i.test(
            this.text.slice(from, from + 64),
          ),
        );
    }
  }

  #insert(from: number): void {
    do this.match(HEAD_GAP);
    while (
      this.match(
        /(?:insert|replace|into|or|ignore|abort|fail|rollback|overwrite|(?:low|high)_priority|delayed)(?![\w$\x80-\xff])/iy,
      ) !== null
    );
    const target = this.target();
    if (target && this.match(/overriding(?![\w$\x80-\xff])/iy) !== null)
      for (const part of [HEAD_GAP, NAME, HEAD_GAP, NAME, HEAD_GAP]) this.match(part);
    if (!target || this.match(/values?(?![\w$\x80-\xff])/iy) === null) return this.#unread(from);
    this.match(HEAD_GAP);
    if (this.text[this.at] === '(') return this.#tuples(target.table, target.columns);
    this.#unread(from);
  }

  #unread(from: number): void {
    if (this.#isAtEnd()) return this.#cutAt(from, '');
    this.at = from;
    this.#passTo(NEXT_STATEMENT, 'ROWS_UNREAD');
  }

  /** Is there nothing behind the word, name or comment at hand? */
  #isAtEnd(): boolean {
    this.match(/[\w$\x80-\xff]*/y);
    this.blanks();
    const rest = this.text.slice(this.at);
    return rest === '' || /^(?:`(?:[^`\n]|``)*|"(?:[^"\n]|"")*|\[(?:[^\]\n]|\]\])*)$/.test(rest);
  }

  #cutAt(from: number, table: string): void {
    this.dump.isCut = true;
    this.#row(table, [], { from, to: this.text.length, code: 'BAD_ROW', cells: [] });
    this.at = this.text.length;
  }

  #namesOf(table: string, columns: string[] | null, cells: number): string[] {
    const known = columns ?? this.created.get(table) ?? this.#unnamed.get(table);
    if (known) return known;
    const names = Array.from({ length: cells }, (_, i) => `column${i + 1}`);
    if (cells > 0) this.#unnamed.set(table, names);
    return names;
  }

  #row(
    table: string,
    names: string[],
    { from, to, code, cells }: { from: number; to: number; code: string | null; cells: ReferenceCell[] },
  ): void {
    const line = this.text.slice(0, from).split('\n').length;
    this.dump.rows.push({ table, names, line, byte: from, length: to - from, code, cells });
  }

  /** A row of so many values: read, or why not. */
  #judge(
    table: string,
    columns: string[] | null,
    { from, to, cells }: { from: number; to: number; cells: ReferenceCell[] },
  ): void {
    const names = this.#namesOf(table, columns, cells.length);
    const isText = cells.every(({ text }) => isUtf8(Buffer.from(text, 'latin1')));
    const code =
      cells.length === 0
        ? 'ROWS_UNREAD'
        : cells.length < names.length
          ? 'TOO_FEW_CELLS'
          : cells.length > names.length
            ? 'TOO_MANY_CELLS'
            : isText
              ? null
              : 'NOT_UTF8';
    this.#row(table, names, { from, to, code, cells });
  }

  #tuples(table: string, columns: string[] | null): void {
    for (;;) {
      const from = this.at;
      const { expressions } = this;
      try {
        const cells = this.tuple();
        this.#judge(table, columns, { from, to: this.at, cells });
      } catch (fault) {
        if (!(fault instanceof BadRow || fault instanceof CutRow)) throw fault;
        this.expressions = expressions;
        this.at = from;
        this.#passTo(NEXT_ROW);
      }
      const goesOn = this.#behindRow();
      if (goesOn !== 'row') return;
    }
  }

  /** Refuses what is at hand up to the next place of this pattern. */
  #passTo(pattern: RegExp, code = 'BAD_ROW'): void {
    const from = this.at;
    pattern.lastIndex = from;
    const met = pattern.exec(this.text);
    const to = met ? met.index + met[0].length : this.text.length;
    if (!met) this.dump.isCut = true;
    this.#row('', [], { from, to, code, cells: [] });
    this.at = to;
  }

  /** Goes from behind a row to the next one, or to the end of the statement. */
  #behindRow(): 'row' | 'end' {
    for (let isBehind = true; ;) {
      this.blanks();
      const c = this.text[this.at];
      if (c === undefined) {
        this.dump.isCut = true;
        return 'end';
      }
      if (isBehind && c === ',') {
        this.at++;
        isBehind = false;
        continue;
      }
      if (!isBehind && c === '(') return 'row';
      if (c === ';') {
        this.at++;
        return 'end';
      }
      const here = this.at;
      if (this.match(/(?:on\s+(?:duplicate|conflict)|returning|as\s)/iy) !== null) {
        this.at = here;
        this.end();
        return 'end';
      }
      const isStatement = this.match(STATEMENTS) !== null;
      this.at = here;
      if (isStatement) return 'end';
      this.#passTo(NEXT_COMMA);
      isBehind = true;
    }
  }

  #copy(): void {
    const from = this.at;
    this.match(/copy/iy);
    const target = this.target();
    if (!target || this.match(/from\s+stdin\s*;/iy) === null) {
      this.match(/from[\t-\r ]+/iy);
      if (this.#isAtEnd()) return this.#cutAt(from, '');
      this.at = from;
      const isFromStdin = /^copy\s[^;\n]*\sfrom\s+stdin\b/i.test(this.text.slice(from));
      this.dump.skipped++;
      if (!isFromStdin) this.end();
      if (isFromStdin) this.#lines(null);
      return;
    }
    this.#lines(target);
  }

  #lines(target: { table: string; columns: string[] | null } | null): void {
    this.match(/[^\n]*\n?/y);
    for (;;) {
      const from = this.at;
      if (this.match(/\\\.(?:\r?\n|$)/y) !== null) return;
      if (from >= this.text.length) {
        this.dump.isCut = true;
        return;
      }
      const line = this.match(/(?:[^\\\n]|\\[^])*\n/y);
      if (line === null) return this.#cutAt(from, target?.table ?? '');
      const content = line.slice(0, -1).replace(/\r$/, '');
      const cells = splitCopy(line.slice(0, -1));
      if (!target) {
        this.#row('', [], { from, to: from + content.length, code: 'ROWS_UNREAD', cells: [] });
        continue;
      }
      const names = this.#namesOf(target.table, target.columns, cells.length);
      if (names.length > 1 && cells.length < names.length && /^COPY [^]{6,}stdin;$/.test(content)) {
        this.at = from;
        this.dump.isCut = true;
        return;
      }
      this.#judge(target.table, target.columns, { from, to: from + content.length, cells });
    }
  }
}
