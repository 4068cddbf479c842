import { hasBackslashEscapes } from '../../detect/sniff-sql';
import { DumpPromises } from '../../sql/dump-promises';
import { EXECUTED, readName, SqlWords } from '../../sql/sql-words';
import { statementKind } from '../../sql/statement-kind';
import type { RecordSplitter, SplitReport, SplitterSource } from './record-splitter';
import { SqlDump } from './sql-dump';
import { skipStatement } from './sql-other-statements';
import { SqlRowsReader } from './sql-rows-reader';
import { STATEMENT_BYTES } from './sql-window';

/** Text from which it is told what a backslash is. */
const HEAD_BYTES = 1 << 16;

/** Splits an SQL dump: its rows as documents of the kinds that its tables are. Rows over the limit are refused. */
export class SqlSplitter implements RecordSplitter {
  readonly #dump: SqlDump;
  readonly #rows: SqlRowsReader;
  readonly #promises = new DumpPromises();

  constructor(source: SplitterSource) {
    this.#dump = new SqlDump(source);
    this.#rows = new SqlRowsReader(this.#dump);
  }

  /** Splits the whole part. */
  async split(): Promise<SplitReport> {
    const dump = this.#dump;
    const { text } = dump;
    await text.ensure(HEAD_BYTES);
    dump.hasEscapes = hasBackslashEscapes(text.peek(HEAD_BYTES));
    while (await this.#skipGaps()) await this.#statement();
    if (this.#promises.isOpen) dump.markCut();
    await text.hand();
    dump.warn('SQL_EXPRESSIONS', text.pass.expressionCount());
    dump.warn('NUL_BYTES', text.nuls);
    return {
      textBytes: text.base + text.have,
      hasByteOrderMark: text.hasByteOrderMark,
      missesNewline: false,
      lines: text.lines(),
      skipped: dump.skipped,
      warnings: dump.warnings,
      faults: [...dump.faults],
      refused: text.refused.report,
      references: dump.tables.references,
      columns: dump.tables.all.filter(({ hasRows }) => hasRows).map(({ columns }) => columns ?? []),
    };
  }

  /** Goes to the next statement, past blanks, comments and lone delimiters; false at the end of the part. */
  async #skipGaps(): Promise<boolean> {
    const { text } = this.#dump;
    for (;;) {
      await text.ensure(STATEMENT_BYTES);
      const opening = text.peek(STATEMENT_BYTES);
      if (opening === '') return false;
      const blank = /^(?:[\t-\r \0;]|\*\/)+/.exec(opening)?.[0] ?? EXECUTED.exec(opening)?.[0];
      if (blank) text.next += blank.length;
      else if (/^(?:--|#)/.test(opening)) {
        this.#promises.comment(opening.slice(0, opening.search(/[\r\n]|$/)));
        await this.#dump.passTo('\n');
      } else if (opening.startsWith('/*')) await this.#dump.passTo('*/');
      else return true;
    }
  }

  async #statement(): Promise<void> {
    const dump = this.#dump;
    const opening = dump.text.peek(STATEMENT_BYTES);
    const kind = statementKind(opening);
    this.#promises.statement(opening);
    switch (kind) {
      case 'insert':
        return this.#rows.read('tuples');
      case 'copy':
        return this.#rows.read('lines');
      case 'delimiter':
        dump.delimiter = /^delimiter[ \t]+(\S+)/i.exec(opening)?.[1] ?? ';';
        break;
      case 'client':
        if (/^\\c(?:onnect)?\s/.test(opening))
          dump.tables.use(readName(new SqlWords(opening, opening.indexOf(' '), 'none'))[0] ?? '');
        break;
      case 'line':
        break;
      case 'create':
      case 'drop':
      case 'alter':
      case 'use':
      case 'set':
      case 'change':
      case 'other':
        return skipStatement(dump, kind);
    }
    dump.countSkipped(kind === 'line' ? 'LINES_SKIPPED' : 'STATEMENTS_SKIPPED');
    await dump.passTo('\n');
  }
}
