import { readCopyHead, readInsertHead, type RowsHead } from '../../sql/insert-head';
import { RowEnd } from '../../sql/row-end';
import { SqlWords } from '../../sql/sql-words';
import { statementKind } from '../../sql/statement-kind';
import type { SqlDump } from './sql-dump';
import { MAX_COLUMNS, type SqlTable, unnamedColumns } from './sql-tables';
import { NO_TABLE } from '../wasm/shared/limits';
import { LineError } from '../wasm/shared/line-error';
import { RowStop } from '../wasm/shared/row-stop';
import { STATEMENT_BYTES } from './sql-window';

/** As the numbers that the pass answers with. */
const STOP: Readonly<Record<keyof typeof RowStop, number>> = RowStop;

const END_OF_LINE = String.raw`[ \t]*(?:\r?\n|$)`;
const NEXT_STATEMENT = String.raw`\n(?=(?:INSERT|REPLACE|CREATE|COPY|UNLOCK|LOCK|ALTER|DROP|SET)\s|--|/\*)`;
const orNextStatement = (end: string) => new RegExp(`${end}|${NEXT_STATEMENT}`, 'i');

/** Where the next row may begin behind one that cannot be read, or the statement ends. */
const BEHIND_BAD_ROW = orNextStatement(String.raw`\)(?=\s*,\s*\()|\)(?=\s*;${END_OF_LINE})`);
/** The same behind something that is no row. */
const BEHIND_OTHER = orNextStatement(String.raw`[^,;](?=,\s*\(|;${END_OF_LINE})`);
/** The end of a statement that is not followed into its texts. */
const BEHIND_STATEMENT = orNextStatement(`;(?=${END_OF_LINE})`);

/** How rows stand in a statement: in brackets behind INSERT, or a line each behind COPY. */
export type RowForm = 'tuples' | 'lines';

/** Reads the statements of a dump that bring rows; what cannot be read is refused by its place. */
export class SqlRowsReader {
  constructor(private readonly dump: SqlDump) {}

  /** Reads the statement that begins here, head and rows. */
  async read(form: RowForm): Promise<void> {
    const { text, tables } = this.dump;
    const head = await this.#head(form === 'tuples' ? readInsertHead : readCopyHead);
    if (head === 'other') return this.#skipUnread(form);
    if (head === null) {
      await text.refuse(text.next, text.have, LineError.BAD_ROW);
      this.dump.endCut();
      return;
    }
    const table = tables.find(head.table, head.columns?.slice(0, MAX_COLUMNS) ?? null);
    const from = text.next;
    text.next += head.to;
    if (form === 'tuples') text.pass.beginTuples(from, text.next);
    else await this.dump.passTo('\n');
    return this.#readRows(table, form);
  }

  /** Reads what stands before rows; null where the text ends in it. */
  async #head(read: (words: SqlWords) => RowsHead | 'other' | null): Promise<RowsHead | 'other' | null> {
    const { text } = this.dump;
    for (let length = STATEMENT_BYTES; ; length *= 4) {
      await text.ensure(length);
      const head = read(new SqlWords(text.peek(length), 0, 'none'));
      if (head !== null) return head;
      if (text.isTooLong) return 'other';
      if (text.ended && text.have - text.next <= length) return null;
    }
  }

  /** A statement that brings rows in a form that is not read is refused by its place; behind a COPY each of its lines is. */
  async #skipUnread(form: RowForm): Promise<void> {
    const { dump } = this;
    if (form === 'tuples') return this.#refuseTo(BEHIND_STATEMENT, LineError.ROWS_UNREAD);
    const isFromStdin = /^copy\s[^;\n]*\sfrom\s+stdin\b/i.test(dump.text.peek(STATEMENT_BYTES));
    if (!isFromStdin) await dump.passStatement(false);
    dump.countSkipped(isFromStdin ? 'STATEMENTS_SKIPPED' : 'STATEMENTS_UNAPPLIED');
    if (!isFromStdin) dump.text.refused.lost('STATEMENTS_UNAPPLIED');
    if (!isFromStdin) return;
    await dump.passTo('\n');
    return this.#readRows({ id: NO_TABLE, name: '', columns: unnamedColumns(1), hasRows: false }, 'lines');
  }

  async #readRows(table: SqlTable, form: RowForm): Promise<void> {
    const { dump } = this;
    const { text } = dump;
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
      else if (why === STOP.BAD) await this.#refuseTo(BEHIND_BAD_ROW, LineError.BAD_ROW);
      else if (why === STOP.MORE) {
        if (text.isTooLong) await this.#passLongRow(form);
        else await text.more();
      } else {
        if (why === STOP.CUT) dump.markCut();
        if (why !== STOP.OTHER || (await this.#endRows(form))) return;
      }
    }
  }

  /** The first row of a table that nothing describes: its columns get numbers. */
  #describe(table: SqlTable, width: number): void {
    table.columns = unnamedColumns(Math.min(width, MAX_COLUMNS));
    this.dump.warn('COLUMNS_UNNAMED', 1);
  }

  /** Something else than a row or the end of the statement comes; false where rows may follow it. */
  async #endRows(form: RowForm): Promise<boolean> {
    const { dump } = this;
    const { text } = dump;
    await text.ensure(STATEMENT_BYTES);
    const opening = text.peek(STATEMENT_BYTES);
    if (form === 'lines') dump.markCut();
    else if (/^(?:on\s+(?:duplicate|conflict)|returning|as\s)/i.test(opening))
      await dump.passStatement(false);
    else if (opening.startsWith(';')) text.next++;
    else if (statementKind(opening) === 'line') {
      await this.#refuseTo(BEHIND_OTHER, LineError.BAD_ROW);
      return false;
    }
    return true;
  }

  /** What comes next cannot be read as rows: refuses it up to where something else may begin. */
  async #refuseTo(next: RegExp, error: LineError): Promise<void> {
    const { text } = this.dump;
    for (let length = STATEMENT_BYTES; ; length *= 4) {
      await text.ensure(length);
      const opening = text.peek(length);
      const found = next.exec(opening);
      const isAll = text.have - text.next <= length;
      // What is found at the very end may go on.
      if (!found && !isAll && !text.isTooLong) continue;
      if (found && found.index + 64 > opening.length && !(isAll && text.ended)) continue;
      const to = text.next + (found ? found.index + found[0].length : opening.length);
      await text.refuse(text.next, to, error);
      if (!found && text.ended) this.dump.markCut();
      text.next = to;
      text.pass.resumeTuples();
      return;
    }
  }

  /** The row that begins here is longer than a row may be: goes to its end, whatever is in it, and refuses it. */
  async #passLongRow(form: RowForm): Promise<void> {
    const { dump } = this;
    const { text } = dump;
    const byte = text.base + text.next;
    const line = text.pass.linesTo(text.next);
    let lineEnd = 0;
    if (form === 'lines') {
      await dump.passTo('\n');
      lineEnd = text.ended && text.next === text.have ? 0 : 1;
    } else {
      await this.#passTuple();
      text.pass.resumeTuples();
    }
    const length = text.base + text.next - byte - lineEnd;
    await text.makeRoom();
    text.pass.noteLongRow(byte, line, Math.min(length, 2 ** 32 - 1), LineError.TOO_LONG);
  }

  async #passTuple(): Promise<void> {
    const { text, hasEscapes } = this.dump;
    const row = new RowEnd(hasEscapes);
    for (;;) {
      const end = row.read(text.bytes(), text.next);
      text.next = end < 0 ? text.have : end;
      if (end >= 0) return;
      if (await text.more()) continue;
      this.dump.markCut();
      return;
    }
  }
}
