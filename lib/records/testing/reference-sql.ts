import { isUtf8 } from 'node:buffer';

// The tests' own reading of a dump, a pattern at a time over the whole text. Shares nothing with the splitter or the pass.

/** A value: its type, and its text as one byte a character. */
export interface ReferenceCell {
  type: 'null' | 'boolean' | 'number' | 'string';
  text: string;
}

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

const GAP = /(?:[\t-\r ]|--[^\n]*\n|#[^\n]*\n|\/\*[^]*?\*\/)*/y;
const HEAD_GAP = /(?:[\t-\r \0]|--[^\n]*\n|#[^\n]*\n|\/\*M?!(?!999999)\d*|\*\/|\/\*[^]*?\*\/)*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const NAME = /`(?:[^`\n]|``)*`|"(?:[^"\n]|"")*"|\[(?:[^\]\n]|\]\])*\]|[\w$\x80-\xff]+/y;
const BEGINS = String.raw`(?:INSERT|REPLACE|CREATE|COPY|UNLOCK|LOCK|ALTER|DROP|SET)\s|--|\/\*`;
const NEXT_ROW = new RegExp(String.raw`\)(?=\s*,\s*\(|\s*;[ \t]*(?:\r?\n|$))|\n(?=${BEGINS})`, 'gi');
const NEXT_STATEMENT = new RegExp(String.raw`;(?=[ \t]*(?:\r?\n|$))|\n(?=${BEGINS})`, 'gi');
const NEXT_COMMA = new RegExp(String.raw`[^,;](?=,\s*\(|;[ \t]*(?:\r?\n|$))|\n(?=${BEGINS})`, 'gi');
const STATEMENTS =
  /(?:insert|replace|copy|create|drop|alter|use|set|update|delete|merge|truncate|load|delimiter|lock|unlock|begin|start|commit|end|rollback|pragma|select|grant|comment|analyze|with|values|call|show|flush|rename)\b|\\|go[ \t\r]*(?:\n|$)/iy;

const MYSQL: Record<string, string> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
  '%': '\\%',
  _: '\\_',
};
const POSTGRES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const TAGGED = String.raw`(\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)[^]*?\1`;
const STANDARD_GAP_IN_STATEMENT = new RegExp(
  String.raw`--[^\n]*|\/\*(?!M?!(?!999999))[^]*?\*\/|${TAGGED}`,
  'y',
);
const GAP_IN_STATEMENT = new RegExp(`#[^\\n]*|${STANDARD_GAP_IN_STATEMENT.source}`, 'y');

class Bad extends Error {}
class Cut extends Error {}

/** Reads a dump; `escapes`: whether a backslash escapes in its texts. */
export function referenceSql(bytes: Buffer, escapes: boolean): ReferenceDump {
  return new Reading(bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '   '), escapes).dump;
}

class Reading {
  readonly dump: ReferenceDump = { rows: [], skipped: 0, isCut: false, expressions: 0 };
  readonly #created = new Map<string, string[]>();
  readonly #unnamed = new Map<string, string[]>();
  #at = 0;
  #delimiter = ';';
  #isBroken = false;

  constructor(
    private readonly text: string,
    private readonly escapes: boolean,
  ) {
    while (this.#gap()) this.#statement();
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const met = pattern.exec(this.text)?.[0] ?? null;
    if (met !== null) this.#at += met.length;
    return met;
  }

  #gap(): boolean {
    while (
      this.#match(/[\t-\r \0;]+|\*\/|\/\*M?!(?!999999)\d*|(?:--|#)[^\n]*(?:\n|$)|\/\*[^]*?\*\//y) !== null
    );
    if (!this.text.startsWith('/*', this.#at)) return this.#at < this.text.length;
    this.dump.isCut = true;
    return false;
  }

  #statement(): void {
    const from = this.#at;
    const word = this.#match(STATEMENTS)?.toLowerCase().trim();
    this.#at = from;
    if (word === 'insert' || word === 'replace') this.#insert();
    else if (word === 'copy') this.#copy();
    else {
      this.dump.skipped++;
      if (word === 'delimiter')
        this.#delimiter = /^delimiter[ \t]+(\S+)/i.exec(this.text.slice(from))?.[1] ?? ';';
      if (word === undefined || word === '\\' || word === 'go' || word === 'delimiter')
        this.#match(/[^\n]*\n?/y);
      else if (word === 'create') this.#create();
      else
        this.#end(
          /^(?:with|do|explain|prepare|exec|execute|declare|if|begin|call)\b/i.test(
            this.text.slice(from, from + 64),
          ),
        );
    }
  }

  /** The same, of a statement that may have statements in it: BEGIN … END. */
  #endOfBody(from: number): void {
    do this.#end(true);
    while (this.#at < this.text.length && this.#isInBody(this.text.slice(from, this.#at)));
  }

  #isInBody(statement: string): boolean {
    if (this.#delimiter !== ';') return false;
    const quotes = this.escapes ? /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/g : /'[^']*'|"[^"]*"/g;
    const words = statement
      .replace(quotes, "''")
      .replace(/--[^\n]*|\/\*[^]*?\*\/|`[^`]*`|(\$\w*\$)[^]*?\1/g, ' ');
    return /\bbegin\b/i.test(words) && !/\bend\s*;$/i.test(words);
  }

  /** Goes behind the statement's semicolon. */
  #end(holds = false): void {
    const from = this.#at;
    const quotes = this.escapes ? String.raw`'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"` : `'[^']*'|"[^"]*"`;
    const end = this.#delimiter.replace(/[^\w]/g, '\\$&');
    const hash = this.escapes ? String.raw`#[^\n]*\n|` : '';
    const rest = new RegExp(
      String.raw`(?:${quotes}|\`[^\`]*\`|--[^\n]*\n|${hash}\/\*M?!(?!999999)|\/\*(?!M?!(?!999999))(?:(?!\*\/)[^])*\*\/|(\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)(?:(?!\1)[^])*\1|(?!['"\`${this.escapes ? '#' : ''}]|${end}|--|\/\*|\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)[^])*${end}`,
      'y',
    );
    if (this.#match(rest) === null) {
      this.dump.isCut = true;
      this.#at = this.text.length;
    }
    const broken = holds || this.#delimiter !== ';' ? -1 : this.#breakIn(from, this.#at);
    if (broken < 0) return;
    this.dump.isCut = true;
    this.#isBroken = true;
    this.#at = broken;
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

  #create(): void {
    const from = this.#at;
    const opening = this.text.slice(from, from + 600);
    const isTable = /^create\s+(?:\w+\s+){0,4}?table\b/i.test(opening);
    if (!isTable && /^create\s[^;]{0,400}?\b(?:trigger|procedure|function|event)\b/i.test(opening)) {
      this.#endOfBody(from);
      return;
    }
    this.#isBroken = false;
    this.#end(/^create\s+(?:or\s+replace\s+)?rule\b/i.test(opening));
    if (!isTable || (this.dump.isCut && this.#at === this.text.length)) return;
    const created = createdTable(this.text.slice(from, this.#at), this.escapes);
    if (!created) return;
    if (created.names && !this.#isBroken) this.#created.set(created.table, created.names);
    else this.#created.delete(created.table);
  }

  /** Names joined by dots, then a list of names in brackets. */
  #target(): { table: string; columns: string[] | null } | null {
    const names: string[] = [];
    do {
      this.#match(HEAD_GAP);
      const name = this.#match(NAME);
      if (name === null) return null;
      names.push(name);
      this.#match(HEAD_GAP);
    } while (this.#match(/\./y) !== null);
    const table = tableNameOf(names.join('.'));
    if (this.#match(/\(/y) === null) return { table, columns: null };
    const columns: string[] = [];
    do {
      this.#match(HEAD_GAP);
      const name = this.#match(NAME);
      if (name === null) return null;
      columns.push(unquoted(name));
      this.#match(HEAD_GAP);
    } while (this.#match(/,/y) !== null);
    if (this.#match(/\)/y) === null) return null;
    this.#match(HEAD_GAP);
    return { table, columns };
  }

  #insert(): void {
    const from = this.#at;
    do this.#match(HEAD_GAP);
    while (
      this.#match(
        /(?:insert|replace|into|or|ignore|abort|fail|rollback|overwrite|(?:low|high)_priority|delayed)(?![\w$\x80-\xff])/iy,
      ) !== null
    );
    const target = this.#target();
    if (target && this.#match(/overriding(?![\w$\x80-\xff])/iy) !== null)
      for (const part of [HEAD_GAP, NAME, HEAD_GAP, NAME, HEAD_GAP]) this.#match(part);
    if (!target || this.#match(/values?(?![\w$\x80-\xff])/iy) === null) return this.#unread(from);
    this.#match(HEAD_GAP);
    if (this.text[this.#at] === '(') return this.#tuples(target.table, target.columns);
    this.#unread(from);
  }

  #unread(from: number): void {
    if (this.#isAtEnd()) return this.#cutAt(from, '');
    this.#at = from;
    this.#passTo(NEXT_STATEMENT, 'ROWS_UNREAD');
  }

  /** Is there nothing behind the word, name or comment at hand? */
  #isAtEnd(): boolean {
    this.#match(/[\w$\x80-\xff]*/y);
    this.#blanks();
    const rest = this.text.slice(this.#at);
    return rest === '' || /^(?:`(?:[^`\n]|``)*|"(?:[^"\n]|"")*|\[(?:[^\]\n]|\]\])*)$/.test(rest);
  }

  #cutAt(from: number, table: string): void {
    this.dump.isCut = true;
    this.#row(table, [], { from, to: this.text.length, code: 'BAD_ROW', cells: [] });
    this.#at = this.text.length;
  }

  #namesOf(table: string, columns: string[] | null, cells: number): string[] {
    const known = columns ?? this.#created.get(table) ?? this.#unnamed.get(table);
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
      const from = this.#at;
      const { expressions } = this.dump;
      try {
        const cells = this.#tuple();
        this.#judge(table, columns, { from, to: this.#at, cells });
      } catch (fault) {
        if (!(fault instanceof Bad || fault instanceof Cut)) throw fault;
        this.dump.expressions = expressions;
        this.#at = from;
        this.#passTo(NEXT_ROW);
      }
      const goesOn = this.#behindRow();
      if (goesOn !== 'row') return;
    }
  }

  /** Refuses what is at hand up to the next place of this pattern. */
  #passTo(pattern: RegExp, code = 'BAD_ROW'): void {
    const from = this.#at;
    pattern.lastIndex = from;
    const met = pattern.exec(this.text);
    const to = met ? met.index + met[0].length : this.text.length;
    if (!met) this.dump.isCut = true;
    this.#row('', [], { from, to, code, cells: [] });
    this.#at = to;
  }

  /** Goes from behind a row to the next one, or to the end of the statement. */
  #behindRow(): 'row' | 'end' {
    for (let isBehind = true; ;) {
      this.#blanks();
      const c = this.text[this.#at];
      if (c === undefined) {
        this.dump.isCut = true;
        return 'end';
      }
      if (isBehind && c === ',') {
        this.#at++;
        isBehind = false;
        continue;
      }
      if (!isBehind && c === '(') return 'row';
      if (c === ';') {
        this.#at++;
        return 'end';
      }
      const here = this.#at;
      if (this.#match(/(?:on\s+(?:duplicate|conflict)|returning|as\s)/iy) !== null) {
        this.#at = here;
        this.#end();
        return 'end';
      }
      const isStatement = this.#match(STATEMENTS) !== null;
      this.#at = here;
      if (isStatement) return 'end';
      this.#passTo(NEXT_COMMA);
      isBehind = true;
    }
  }

  #blanks(): void {
    this.#match(GAP);
    if (/^(?:--|#|\/\*)/.test(this.text.slice(this.#at, this.#at + 2))) this.#at = this.text.length;
  }

  #tuple(): ReferenceCell[] {
    this.#at++;
    const cells: ReferenceCell[] = [];
    this.#blanks();
    if (this.#match(/\)/y) !== null) return cells;
    for (;;) {
      cells.push(this.#value());
      if (this.text[this.#at++] === ')') return cells;
      this.#blanks();
    }
  }

  #value(): ReferenceCell {
    const { text } = this;
    const from = this.#at;
    const c = text[from];
    if (c === undefined) throw new Cut();
    const plain = (type: ReferenceCell['type']): ReferenceCell => ({
      type,
      text: text.slice(from, this.#at),
    });
    let cell: ReferenceCell;
    let isText = false;
    let isWord = false;
    const introduced = /(?:_[\w$@\x80-\xff]+|[nN]|(?:date|time|timestamp))(?= ?')|[eExXbB](?=')/iy;
    const unquotedText = (kind: 'mysql' | 'plain' | 'e'): ReferenceCell => ({
      type: 'string',
      text: this.#quoted(kind),
    });
    const usual = this.escapes ? 'mysql' : 'plain';
    if (c === "'" || c === '"') {
      cell = unquotedText(usual);
      isText = true;
    } else if (/[\d.+-]/.test(c)) {
      const isHex = /[xX]/.test(text[from + 1] ?? '');
      this.#match(isHex ? /[^][\w$@\x80-\xff.]*/y : /[^](?:[\w$@\x80-\xff.]|(?<=[eE])[+-])*/y);
      const word = text.slice(from, this.#at);
      NUMBER.lastIndex = 0;
      cell = plain(NUMBER.exec(word)?.[0] === word ? 'number' : 'string');
    } else if (/[\w$@\x80-\xff]/.test(c)) {
      const word = this.#match(/[\w$@\x80-\xff]+/y) as string;
      if (this.#at >= text.length) throw new Cut();
      this.#at = from;
      const prefix = this.#match(introduced);
      if (/^null$/i.test(word)) {
        this.#at = from + 4;
        cell = { type: 'null', text: '' };
      } else if (prefix !== null && prefix.length === word.length) {
        this.#match(/ /y);
        if (/^[xXbB]$/.test(prefix)) {
          this.#quoted('plain');
          cell = plain('string');
        } else {
          isText = true;
          cell = unquotedText(/^[eE]$/.test(prefix) ? 'e' : usual);
          const raw = Buffer.from(cell.text, 'latin1');
          if (/^_binary$/i.test(prefix) && !isUtf8(raw)) cell.text = `0x${raw.toString('hex').toUpperCase()}`;
        }
      } else if (/^ ?'/.test(text.slice(from + word.length, from + word.length + 2)))
        return this.#expression(from);
      else {
        this.#at = from + word.length;
        isWord = !/^(?:true|false)$/i.test(word);
        cell = plain(/^(?:true|false)$/.test(word) ? 'boolean' : 'string');
      }
    } else throw new Bad();
    this.#blanks();
    const next = text[this.#at];
    if (next === undefined) throw new Cut();
    if (next === ',' || next === ')') {
      if (isWord) this.dump.expressions++;
      return cell;
    }
    if (isText && text.startsWith('::', this.#at)) {
      this.#cast();
      return cell;
    }
    if (isText) {
      const here = this.#at;
      const goesOn = this.#match(/[|+\-*/]|(?:at|coll\w{3})(?![\w$@\x80-\xff])/iy) !== null;
      this.#at = here;
      if (!goesOn) throw new Bad();
    }
    return this.#expression(from);
  }

  #cast(): void {
    let depth = 0;
    for (this.#at += 2; this.#at < this.text.length; this.#at++) {
      const c = this.text[this.#at] as string;
      if (c === '(') depth++;
      else if (c === ')' && depth-- === 0) return;
      else if (c === ',' && depth === 0) return;
      else if (!/[\w$@\x80-\xff ."[\](),]/.test(c)) throw new Bad();
    }
    throw new Cut();
  }

  #expression(from: number): ReferenceCell {
    const { text } = this;
    this.#at = from;
    let depth = 0;
    while (this.#at < text.length) {
      const c = text[this.#at] as string;
      if (`'"\``.includes(c)) {
        this.#quoted(c === '`' || !this.escapes ? 'plain' : 'mysql');
        continue;
      }
      if ('([{'.includes(c)) depth++;
      else if (')]}'.includes(c)) {
        if (depth === 0 && c === ')') break;
        if (depth-- === 0) throw new Bad();
      } else if (c === ',' && depth === 0) break;
      else if (c === ';') throw new Bad();
      this.#at++;
    }
    if (this.#at >= text.length) throw new Cut();
    this.dump.expressions++;
    return { type: 'string', text: text.slice(from, this.#at).replace(/[\0- ]+$/, '') };
  }

  /** The text in the quotes at hand, without them and its escapes. */
  #quoted(kind: 'mysql' | 'plain' | 'e'): string {
    const { text } = this;
    const quote = text[this.#at] as string;
    let out = '';
    for (let at = this.#at + 1; at < text.length; at++) {
      const c = text[at] as string;
      const next = text[at + 1];
      if (c === quote) {
        if (next !== quote) {
          this.#at = at + 1;
          return out;
        }
        out += quote;
        at++;
      } else if (c === '\\' && kind !== 'plain') {
        if (next === undefined) break;
        const [meant, length] = kind === 'mysql' ? [MYSQL[next] ?? next, 1] : behindBackslash(text, at + 1);
        out += meant;
        at += length;
      } else out += c;
    }
    throw new Cut();
  }

  #copy(): void {
    const from = this.#at;
    this.#match(/copy/iy);
    const target = this.#target();
    if (!target || this.#match(/from\s+stdin\s*;/iy) === null) {
      this.#match(/from[\t-\r ]+/iy);
      if (this.#isAtEnd()) return this.#cutAt(from, '');
      this.#at = from;
      const isFromStdin = /^copy\s[^;\n]*\sfrom\s+stdin\b/i.test(this.text.slice(from));
      this.dump.skipped++;
      if (!isFromStdin) this.#end();
      if (isFromStdin) this.#lines(null);
      return;
    }
    this.#lines(target);
  }

  #lines(target: { table: string; columns: string[] | null } | null): void {
    this.#match(/[^\n]*\n?/y);
    for (;;) {
      const from = this.#at;
      if (this.#match(/\\\.(?:\r?\n|$)/y) !== null) return;
      if (from >= this.text.length) {
        this.dump.isCut = true;
        return;
      }
      const line = this.#match(/(?:[^\\\n]|\\[^])*\n/y);
      if (line === null) return this.#cutAt(from, target?.table ?? '');
      const content = line.slice(0, -1).replace(/\r$/, '');
      const cells = splitCopy(line.slice(0, -1));
      if (!target) {
        this.#row('', [], { from, to: from + content.length, code: 'ROWS_UNREAD', cells: [] });
        continue;
      }
      const names = this.#namesOf(target.table, target.columns, cells.length);
      if (names.length > 1 && cells.length < names.length && /^COPY [^]{6,}stdin;$/.test(content)) {
        this.#at = from;
        this.dump.isCut = true;
        return;
      }
      this.#judge(target.table, target.columns, { from, to: from + content.length, cells });
    }
  }
}

/** What a statement creates: the words of each item of its list, a constraint or a column. */
function createdTable(statement: string, escapes: boolean): { table: string; names: string[] | null } | null {
  const text = String.raw`'(?:[^'${escapes ? '\\\\' : ''}]|''${escapes ? String.raw`|\\[^]` : ''})*'`;
  const token = new RegExp(
    String.raw`\/\*M?!(?!999999)\d*|\*\/|\/\*[^]*?\*\/|(?:--|#)[^\n]*\n|[\t-\r \0]+|${text}|\`(?:[^\`\n]|\`\`)*\`(?!\`)|"(?:[^"\n]|"")*"(?!")|(?<![\w\]])\[(?:[^\]\n]|\]\])*\](?!\])|[\w$\x80-\xff]+|[^]`,
    'g',
  );
  const words = (statement.match(token) ?? []).filter(
    (word) => !/^(?:\/\*|\*\/|--|#|[\t-\r \0])/.test(word) || word === '#',
  );
  const is = (i: number, pattern: RegExp): boolean => pattern.test(words[i] ?? '');
  let at = 1;
  while (is(at, /^(?:global|local|temp|temporary|unlogged|or|replace)$/i)) at++;
  if (!is(at++, /^table$/i)) return null;
  if (is(at, /^if$/i)) at += 3;
  const name: string[] = [];
  for (;;) {
    if (!is(at, /^[`"[\w$\x80-\xff]/)) break;
    name.push(words[at++] as string);
    if (words[at] !== '.') break;
    at++;
  }
  if (name.length === 0) return null;
  const table = tableNameOf(name.join('.'));
  if (words[at++] !== '(') return { table, names: null };
  const items: string[][] = [[]];
  let depth = 0;
  for (; at < words.length; at++) {
    const word = words[at] as string;
    if (word === ')' && depth-- === 0) break;
    if (word === '(') depth++;
    if (word === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(word);
  }
  let isWhole = !is(at + 1, /^(?:inherits|as|select)$/i);
  const names: string[] = [];
  for (const [first, second = '', third, fourth = ''] of items) {
    if (first === undefined) continue;
    if (/^like$/i.test(first)) isWhole = false;
    else if (/^(?:primary|unique|constraint|foreign|check|exclude)$/i.test(first)) continue;
    else if (
      /^(?:key|index|fulltext|spatial)$/i.test(first) &&
      ((/^[`"[(]/.test(second) && (second === '(' || second.length > 1)) ||
        (/^(?:full|spat)/i.test(first) && /^(?:key|index)$/i.test(second)) ||
        (third === '(' && fourth !== '' && !/^\d/.test(unquoted(fourth))))
    )
      continue;
    else if (/^[^\w$\x80-\xff]$/.test(first)) names.push(`column${names.length + 1}`);
    else names.push(/^'/.test(first) ? textIn(first, escapes) : unquoted(first));
  }
  return { table, names: isWhole && names.length > 0 ? names : null };
}

function textIn(quoted: string, escapes: boolean): string {
  const text = quoted
    .slice(1, -1)
    .replace(escapes ? /\\([^])|''/g : /''/g, (all, c?: string) => c ?? all[0] ?? '');
  return Buffer.from(text, 'latin1').toString();
}

/** What is meant by the escape whose letter is at `at`, and how many characters it takes. */
function behindBackslash(text: string, at: number): [string, number] {
  const c = text[at] as string;
  const rest = text.slice(at, at + 24);
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
  const hex = /^x([\da-fA-F]{1,2})/.exec(rest);
  if (octal) return [String.fromCharCode(Number.parseInt(octal, 8) & 255), octal.length];
  if (hex) return [String.fromCharCode(Number.parseInt(hex[1] as string, 16)), hex[0].length];
  const pair = /^u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})/i.exec(rest);
  const point = /^u([\da-fA-F]{4})|^U([\da-fA-F]{8})/.exec(rest);
  if (pair) return [utf8(JSON.parse(`"\\u${pair[1]}\\u${pair[2]}"`) as string), pair[0].length];
  const code = Number.parseInt(point?.[1] ?? point?.[2] ?? '110000', 16);
  if (point && code < 0x110000 && (code < 0xd800 || code > 0xdfff))
    return [utf8(String.fromCodePoint(code)), point[0].length];
  if (c === 'u' || c === 'U') return [`\\${c}`, 1];
  return [POSTGRES[c] ?? c, 1];
}

function utf8(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function splitCopy(line: string): ReferenceCell[] {
  const raw = line.match(/(?:[^\\\t]|\\[^])*(?:\t|$)/g) ?? [];
  const cells = line === '' ? [''] : raw.filter((cell, i) => cell !== '' || raw[i - 1]?.endsWith('\t'));
  return cells.map((cell, i): ReferenceCell => {
    let text = cell.replace(/\t$/, (tab, at: number) => (isEscaped(cell, at) ? tab : ''));
    if (i === cells.length - 1 && text.endsWith('\r') && !isEscaped(text, text.length - 1))
      text = text.slice(0, -1);
    if (text === '\\N') return { type: 'null', text: '' };
    return {
      type: 'string',
      text: text.replace(
        /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|([^]))/g,
        (_, octal?: string, hex?: string, c?: string) => {
          if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
          if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
          return { ...POSTGRES, v: '\v' }[c as string] ?? (c as string);
        },
      ),
    };
  });
}

/** Is the character at `at` behind an odd number of backslashes? */
function isEscaped(text: string, at: number): boolean {
  return ((/\\*$/.exec(text.slice(0, at))?.[0].length ?? 0) & 1) === 1;
}

function unquoted(name: string): string {
  const quote = name[0] as string;
  const close = { '`': '`', '"': '"', '[': ']' }[quote];
  const text = close ? name.slice(1, -1).replaceAll(close + close, close) : name;
  return Buffer.from(text, 'latin1').toString();
}

function tableNameOf(name: string): string {
  const parts = (name.match(/`(?:[^`]|``)*`|"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]|[^.\s]+/g) ?? []).map(
    unquoted,
  );
  return (
    parts.length > 1 && ['public', 'dbo', 'main'].includes(parts[0] as string) ? parts.slice(1) : parts
  ).join('.');
}
