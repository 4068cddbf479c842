import type { ErrorCode } from '../../../contract/errors';
import { readCreateTable } from '../../sql/create-table';
import { DumpPromises } from '../../sql/dump-promises';
import { RowEnd } from '../../sql/row-end';
import { readCopyHead, readInsertHead, type RowsHead } from '../../sql/insert-head';
import { SkippedStatement } from '../../sql/skip-statement';
import { hasBackslashEscapes } from '../../detect/sniff-sql';
import { EXECUTED, readName, SqlWords } from '../../sql/sql-words';
import { statementKind, type StatementKind } from '../../sql/statement-kind';
import type { SplitReport, RecordSplitter, SplitterSource } from './record-splitter';
import { LineError } from '../wasm/shared/line-error';
import { MOST_ROW_CELLS, NO_TABLE } from '../wasm/shared/limits';
import { RowStop } from '../wasm/shared/row-stop';
import { SqlText } from './sql-window';
import { type SqlTable, SqlTables, unnamedColumns } from './sql-tables';

/** As the numbers that the pass answers with. */
const STOP: Readonly<Record<keyof typeof RowStop, number>> = RowStop;
/** Text from which it is told what a backslash is. */
const OPENING_BYTES = 1 << 16;
/** Text in which a statement is told, and its head is looked for at first. */
const HEAD_BYTES = 1 << 12;
/** Columns beyond which all rows are refused anyway. */
const MOST_COLUMNS = MOST_ROW_CELLS + 1;

const END_OF_LINE = String.raw`[ \t]*(?:\r?\n|$)`;
const NEXT_STATEMENT = String.raw`\n(?=(?:INSERT|REPLACE|CREATE|COPY|UNLOCK|LOCK|ALTER|DROP|SET)\s|--|/\*)`;
const orNextStatement = (end: string) => new RegExp(`${end}|${NEXT_STATEMENT}`, 'i');

/** Where the next row may begin behind one that cannot be read, or the statement ends. */
const BEHIND_BAD_ROW = orNextStatement(String.raw`\)(?=\s*,\s*\()|\)(?=\s*;${END_OF_LINE})`);
/** The same behind something that is no row. */
const BEHIND_OTHER = orNextStatement(String.raw`[^,;](?=,\s*\(|;${END_OF_LINE})`);
/** The end of a statement that is not followed into its texts. */
const BEHIND_STATEMENT = orNextStatement(`;(?=${END_OF_LINE})`);

/** Statements in which lines may begin like those that bring rows. */
const HOLDS_STATEMENTS =
  /^(?:with|do|explain|prepare|exec|execute|declare|if|begin|call|create\s+(?:or\s+replace\s+)?rule)\b/i;

/** Splits an SQL dump: its rows as documents of the kinds that its tables are. Rows over the limit are refused. */
export class SqlSplitter implements RecordSplitter {
  readonly #text: SqlText;
  readonly #tables = new SqlTables();
  readonly #promises = new DumpPromises();
  readonly #warnings: Record<string, number> = {};
  readonly #faults = new Set<ErrorCode>();
  #skipped = 0;
  #delimiter = ';';
  #hasEscapes = true;

  constructor(from: SplitterSource) {
    this.#text = new SqlText(from);
  }

  /** Splits the whole part. */
  async split(): Promise<SplitReport> {
    const text = this.#text;
    await text.ensure(OPENING_BYTES);
    this.#setEscapes(hasBackslashEscapes(text.opening(OPENING_BYTES)));
    while (await this.#skipGaps()) await this.#statement();
    if (this.#promises.isOpen) this.#faults.add('SQL_CUT');
    await text.hand();
    this.#warn('SQL_EXPRESSIONS', text.pass.expressionCount());
    this.#warn('NUL_BYTES', text.nuls);
    return {
      textBytes: text.base + text.have,
      hasByteOrderMark: text.hasByteOrderMark,
      missesNewline: false,
      lines: text.lines(),
      skipped: this.#skipped,
      warnings: this.#warnings,
      faults: [...this.#faults],
      columns: this.#tables.all.filter(({ hasRows }) => hasRows).map(({ columns }) => columns ?? []),
    };
  }

  #warn(code: ErrorCode, count: number): void {
    if (count > 0) this.#warnings[code] = (this.#warnings[code] ?? 0) + count;
  }

  /** Counts a statement, or a line, that brings no rows. */
  #skip(code: ErrorCode): void {
    this.#skipped++;
    this.#warn(code, 1);
  }

  #setEscapes(hasEscapes: boolean): void {
    this.#hasEscapes = hasEscapes;
    this.#text.pass.setEscapes(hasEscapes ? 1 : 0);
  }

  /** Goes to the next statement, past blanks, comments and lone delimiters; false at the end of the part. */
  async #skipGaps(): Promise<boolean> {
    const text = this.#text;
    for (;;) {
      await text.ensure(HEAD_BYTES);
      const opening = text.opening(HEAD_BYTES);
      if (opening === '') return false;
      const blank = /^(?:[\t-\r \0;]|\*\/)+/.exec(opening)?.[0] ?? EXECUTED.exec(opening)?.[0];
      if (blank) text.next += blank.length;
      else if (/^(?:--|#)/.test(opening)) {
        this.#promises.comment(opening.slice(0, opening.search(/[\r\n]|$/)));
        await this.#skipTo('\n');
      } else if (opening.startsWith('/*')) await this.#skipTo('*/');
      else return true;
    }
  }

  /** Goes behind a text, or to the end of the part. */
  async #skipTo(sign: string): Promise<void> {
    const text = this.#text;
    for (;;) {
      const at = text.bytes().indexOf(sign, text.next, 'latin1');
      if (at >= 0) {
        text.next = at + sign.length;
        return;
      }
      text.next = Math.max(text.next, text.have - sign.length + 1);
      if (!(await text.more())) {
        text.next = text.have;
        if (sign !== '\n') this.#faults.add('SQL_CUT');
        return;
      }
    }
  }

  async #statement(): Promise<void> {
    const text = this.#text;
    const opening = text.opening(HEAD_BYTES);
    const kind = statementKind(opening);
    this.#promises.statement(opening);
    switch (kind) {
      case 'insert':
        return this.#rowsOf(await this.#head(readInsertHead), 'tuples');
      case 'copy':
        return this.#rowsOf(await this.#head(readCopyHead), 'lines');
      case 'delimiter':
        this.#delimiter = /^delimiter[ \t]+(\S+)/i.exec(opening)?.[1] ?? ';';
        return this.#skipLine();
      case 'client':
        if (/^\\c(?:onnect)?\s/.test(opening))
          this.#tables.use(readName(new SqlWords(opening, opening.indexOf(' '), 'none'))[0] ?? '');
        return this.#skipLine();
      case 'line':
        this.#skip('LINES_SKIPPED');
        return this.#skipTo('\n');
      case 'create':
      case 'drop':
      case 'alter':
      case 'use':
      case 'set':
      case 'change':
      case 'other':
        return this.#skipStatement(kind);
    }
  }

  async #skipLine(): Promise<void> {
    this.#skip('STATEMENTS_SKIPPED');
    await this.#skipTo('\n');
  }

  /** Reads what stands before rows; null where the text ends in it, or it is longer than a row may be. */
  async #head(
    read: (words: SqlWords) => RowsHead | 'other' | null,
  ): Promise<(RowsHead & { from: number }) | 'other' | null> {
    const text = this.#text;
    for (let length = HEAD_BYTES; ; length *= 4) {
      await text.ensure(length);
      const words = new SqlWords(text.opening(length), 0, 'none');
      const head = read(words);
      if (head === 'other') return head;
      if (head) return { ...head, from: text.next };
      if (text.isTooLong) return 'other';
      if (text.ended && text.have - text.next <= length) return null;
    }
  }

  async #rowsOf(
    head: (RowsHead & { from: number }) | 'other' | null,
    form: 'tuples' | 'lines',
  ): Promise<void> {
    const text = this.#text;
    if (head === 'other') return this.#skipUnread(form);
    if (head === null) {
      await text.refuse(text.next, text.have, LineError.BAD_ROW);
      this.#faults.add('SQL_CUT');
      text.next = text.have;
      return;
    }
    const table = this.#tables.find(head.table, head.columns?.slice(0, MOST_COLUMNS) ?? null);
    text.next += head.to;
    if (form === 'tuples') text.pass.beginTuples(head.from, text.next);
    else await this.#skipTo('\n');
    return this.#readRows(table, form);
  }

  /** A statement that brings rows in a form that is not read is refused by its place; behind a COPY each of its lines is. */
  async #skipUnread(form: 'tuples' | 'lines'): Promise<void> {
    const text = this.#text;
    const opening = text.opening(HEAD_BYTES);
    if (form === 'tuples') return this.#passRows(BEHIND_STATEMENT, LineError.ROWS_UNREAD);
    const isFromStdin = /^copy\s[^;\n]*\sfrom\s+stdin\b/i.test(opening);
    if (!isFromStdin) await this.#passStatement(false);
    this.#skip(isFromStdin ? 'STATEMENTS_SKIPPED' : 'STATEMENTS_UNAPPLIED');
    if (!isFromStdin) return;
    await this.#skipTo('\n');
    return this.#readRows({ id: NO_TABLE, name: '', columns: unnamedColumns(1), hasRows: false }, 'lines');
  }

  async #refuseLong(row: { byte: number; line: number; length: number; error: number }): Promise<void> {
    const { byte, line, length, error } = row;
    await this.#text.makeRoom();
    this.#text.pass.noteLongRow(byte, line, Math.min(length, 2 ** 32 - 1), error);
  }

  async #readRows(table: SqlTable, form: 'tuples' | 'lines'): Promise<void> {
    const text = this.#text;
    const { pass } = text;
    for (;;) {
      await text.makeRoom();
      const before = pass.rowTotal();
      if (table.id !== NO_TABLE) text.note(table);
      const { next, have, ended } = text;
      const columns = table.columns?.length ?? 0;
      const why =
        form === 'tuples'
          ? pass.readTuples(next, have, ended, table.id, columns)
          : pass.readCopy(next, have, ended, table.id, columns);
      if (pass.rowTotal() > before) table.hasRows = true;
      text.next = pass.stoppedAt();
      if (why === STOP.FULL) await text.makeRoom(true);
      else if (why === STOP.FIRST) this.#describe(table, pass.lastRowCells());
      else if (why === STOP.BAD) await this.#passRows(BEHIND_BAD_ROW, LineError.BAD_ROW);
      else if (why === STOP.MORE) {
        if (text.isTooLong) await this.#passLongRow(form);
        else await text.more();
      } else {
        if (why === STOP.CUT) this.#faults.add('SQL_CUT');
        if (why !== STOP.OTHER || (await this.#endRows(form))) return;
      }
    }
  }

  /** The first row of a table that nothing describes: its columns get numbers. */
  #describe(table: SqlTable, width: number): void {
    table.columns = unnamedColumns(Math.min(width, MOST_COLUMNS));
    this.#warn('COLUMNS_UNNAMED', 1);
  }

  /** Something else than a row or the end of the statement comes; false where rows may follow it. */
  async #endRows(form: 'tuples' | 'lines'): Promise<boolean> {
    const text = this.#text;
    await text.ensure(HEAD_BYTES);
    const opening = text.opening(HEAD_BYTES);
    if (form === 'lines') {
      this.#faults.add('SQL_CUT');
      return true;
    }
    if (/^(?:on\s+(?:duplicate|conflict)|returning|as\s)/i.test(opening)) await this.#passStatement(false);
    else if (opening.startsWith(';')) text.next++;
    else if (statementKind(opening) === 'line') {
      await this.#passRows(BEHIND_OTHER, LineError.BAD_ROW);
      return false;
    }
    return true;
  }

  /** What is at hand cannot be read as rows: refuses it up to where something else may begin. */
  async #passRows(next: RegExp, error: number): Promise<void> {
    const text = this.#text;
    for (let length = HEAD_BYTES; ; length *= 4) {
      await text.ensure(length);
      const opening = text.opening(length);
      const found = next.exec(opening);
      const isAll = text.have - text.next <= length;
      // What is found at the very end may go on.
      if (!found && !isAll && !text.isTooLong) continue;
      if (found && found.index + 64 > opening.length && !(isAll && text.ended)) continue;
      const to = text.next + (found ? found.index + found[0].length : opening.length);
      await text.refuse(text.next, to, error);
      if (!found && text.ended) this.#faults.add('SQL_CUT');
      text.next = to;
      text.pass.resumeTuples();
      return;
    }
  }

  /** The row at hand is longer than a row may be: goes to its end, whatever is in it. */
  async #passLongRow(form: 'tuples' | 'lines'): Promise<void> {
    const text = this.#text;
    const byte = text.base + text.next;
    const line = text.pass.linesTo(text.next);
    if (form === 'lines') {
      await this.#skipTo('\n');
      const length = text.base + text.next - byte - (text.ended && text.next === text.have ? 0 : 1);
      return this.#refuseLong({ byte, line, length, error: LineError.TOO_LONG });
    }
    const row = new RowEnd(this.#hasEscapes);
    for (;;) {
      const end = row.read(text.bytes(), text.next);
      text.next = end < 0 ? text.have : end;
      if (end >= 0) break;
      if (!(await text.more())) {
        this.#faults.add('SQL_CUT');
        break;
      }
    }
    text.pass.resumeTuples();
    return this.#refuseLong({ byte, line, length: text.base + text.next - byte, error: LineError.TOO_LONG });
  }

  /** Passes over a statement that holds no rows, and hears what it says of tables and texts. */
  async #skipStatement(kind: StatementKind): Promise<void> {
    const text = this.#text;
    const opening = text.opening(HEAD_BYTES);
    if (kind === 'create' && /^create\s+(?:\w+\s+){0,4}?table\b/i.test(opening)) {
      await this.#create();
      return;
    }
    const hasBody =
      kind === 'create' && /^create\s[^;]{0,400}?\b(?:trigger|procedure|function|event)\b/i.test(opening);
    const words = new SqlWords(opening, 0, 'none');
    const isChange = kind === 'change' || (kind === 'drop' && this.#dropsRows(words));
    if (kind === 'use') this.#tables.use((words.next(), readName(words)[0] ?? ''));
    if (
      kind === 'alter' &&
      /^alter\s+table\b[^;]*\b(?:add|drop|rename|change)\s+(?:column\b|[`"])/i.test(opening)
    )
      this.#alter(words);
    if (kind === 'set') this.#set(opening.slice(0, opening.indexOf(';')));
    await this.#passStatement(hasBody);
    this.#skip(isChange ? 'STATEMENTS_UNAPPLIED' : 'STATEMENTS_SKIPPED');
  }

  #dropsRows(words: SqlWords): boolean {
    words.next();
    if (words.next()?.text.toUpperCase() !== 'TABLE') return false;
    if (words.peek()?.text.toUpperCase() === 'IF') for (let i = 0; i < 2; i++) words.next();
    return this.#tables.hasRows(readName(words));
  }

  #alter(words: SqlWords): void {
    for (let i = 0; i < 2; i++) words.next();
    if (words.peek()?.text.toUpperCase() === 'ONLY') words.next();
    this.#tables.alter(readName(words));
  }

  #set(statement: string): void {
    if (/standard_conforming_strings\s*(?:=|to)\s*'?on/i.test(statement)) this.#setEscapes(false);
    else if (/standard_conforming_strings\s*(?:=|to)\s*'?off/i.test(statement)) this.#setEscapes(true);
    else if (/sql_mode[^;]*no_backslash_escapes/i.test(statement)) this.#setEscapes(false);
  }

  /** Reads the columns of a table that is created, if the statement is no longer than a row may be. */
  async #create(): Promise<void> {
    const text = this.#text;
    const skipped = this.#skipping(false);
    this.#skip('STATEMENTS_SKIPPED');
    let to = text.next;
    for (;;) {
      const { base } = text;
      const { at, isOver } = skipped.read(text.bytes(), to, text.ended);
      to = at;
      if (isOver) break;
      if (text.isTooLong) {
        text.next = to;
        await this.#passStatement(false, skipped);
        return;
      }
      if (!(await text.more())) {
        this.#faults.add('SQL_CUT');
        text.next = text.have;
        return;
      }
      to -= text.base - base;
    }
    const statement = text.bytes().toString('latin1', text.next, to);
    const created = readCreateTable(new SqlWords(statement, 0, this.#hasEscapes ? 'escaped' : 'plain'));
    const columns = skipped.isBroken ? null : (created?.columns?.slice(0, MOST_COLUMNS) ?? null);
    if (skipped.isBroken) this.#faults.add('SQL_CUT');
    if (created) this.#tables.create(created.table, columns);
    text.next = to;
  }

  /** Goes behind the statement at hand. */
  async #passStatement(hasBody: boolean, skipped = this.#skipping(hasBody)): Promise<void> {
    const text = this.#text;
    for (;;) {
      const { at, isOver } = skipped.read(text.bytes(), text.next, text.ended);
      text.next = at;
      if (isOver) break;
      if (!(await text.more())) {
        text.next = text.have;
        this.#faults.add('SQL_CUT');
        return;
      }
    }
    if (skipped.isBroken) this.#faults.add('SQL_CUT');
  }

  #skipping(hasBody: boolean): SkippedStatement {
    return new SkippedStatement({
      delimiter: this.#delimiter,
      hasEscapes: this.#hasEscapes,
      hasBody,
      holdsStatements: hasBody || HOLDS_STATEMENTS.test(this.#text.opening(64)),
    });
  }
}
