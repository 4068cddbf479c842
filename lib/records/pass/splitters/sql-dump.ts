import type { ErrorCode } from '../../../contract/errors';
import { SkippedStatement } from '../../sql/skip-statement';
import type { SplitterSource } from './record-splitter';
import { SqlTables } from './sql-tables';
import { SqlWindow } from './sql-window';

/** Statements in which lines may begin like those that bring rows. */
const HOLDS_STATEMENTS =
  /^(?:with|do|explain|prepare|exec|execute|declare|if|begin|call|create\s+(?:or\s+replace\s+)?rule)\b/i;

/** A dump that is being split: its text, the tables it has named, what was noticed, and ways to pass over text. */
export class SqlDump {
  /** The text, as far as it was read. */
  readonly text: SqlWindow;
  /** Tables that its statements have named. */
  readonly tables = new SqlTables();
  /** Codes of what was noticed, with how often. */
  readonly warnings: Record<string, number> = {};
  /** Codes of what keeps the dump from being complete. */
  readonly faults = new Set<ErrorCode>();
  /** Statements and lines that bring no rows. */
  skipped = 0;
  /** What ends a statement. */
  delimiter = ';';
  #hasEscapes = true;

  constructor(source: SplitterSource) {
    this.text = new SqlWindow(source);
  }

  /** Whether a backslash escapes in texts. */
  get hasEscapes(): boolean {
    return this.#hasEscapes;
  }

  set hasEscapes(hasEscapes: boolean) {
    this.#hasEscapes = hasEscapes;
    this.text.pass.setEscapes(hasEscapes ? 1 : 0);
  }

  /** Adds to how often something was noticed. */
  warn(code: ErrorCode, count: number): void {
    if (count > 0) this.warnings[code] = (this.warnings[code] ?? 0) + count;
  }

  /** Counts a statement, or a line, that brings no rows. */
  countSkipped(code: ErrorCode): void {
    this.skipped++;
    this.warn(code, 1);
  }

  /** The dump ends, or is broken, where it should go on. */
  markCut(): void {
    this.faults.add('SQL_CUT');
  }

  /** Passes over all that is left. */
  endCut(): void {
    this.markCut();
    this.text.next = this.text.have;
  }

  /** Goes behind a text, or to the end of the part. */
  async passTo(sign: string): Promise<void> {
    const { text } = this;
    for (;;) {
      const at = text.bytes().indexOf(sign, text.next, 'latin1');
      if (at >= 0) {
        text.next = at + sign.length;
        return;
      }
      text.next = Math.max(text.next, text.have - sign.length + 1);
      if (!(await text.more())) {
        text.next = text.have;
        if (sign !== '\n') this.markCut();
        return;
      }
    }
  }

  /** Goes behind the statement that begins here, or goes on here. */
  async passStatement(hasBody: boolean, statement = this.statement(hasBody)): Promise<void> {
    const { text } = this;
    for (;;) {
      const { at, isOver } = statement.read(text.bytes(), text.next, text.ended);
      text.next = at;
      if (isOver) break;
      if (await text.more()) continue;
      this.endCut();
      return;
    }
    if (statement.isBroken) this.markCut();
  }

  /** The statement that begins here, to be followed to its end. @param hasBody whether statements may stand in it */
  statement(hasBody: boolean): SkippedStatement {
    return new SkippedStatement({
      delimiter: this.delimiter,
      hasEscapes: this.hasEscapes,
      hasBody,
      holdsStatements: hasBody || HOLDS_STATEMENTS.test(this.text.peek(64)),
    });
  }
}
