import { COMBO_FIELDS } from '../../combo/combo-fields';
import { RefusedLook } from './refused-look';
import { LineError } from '../wasm/shared/line-error';
import type { BlockMessage } from '../workers/block-message';

/** As the numbers that the pass gives. */
const ERROR: Readonly<Record<keyof typeof LineError, number>> = LineError;

/** Looks at what a worker refuses, in its block. */
export class RefusedBlocks {
  /** What was found so far. */
  readonly look = new RefusedLook();

  /** Looks at one reject. @param place in the block, but of rows of an SQL dump, whose bytes stayed with the splitter */
  note(message: BlockMessage, place: { byte: number; length: number; error: number }): void {
    const { table, rows, buffer } = message;
    if (rows) return this.#row(rows.tables, place.error);
    if (message.isCombo) return this.look.rowOf(COMBO_FIELDS);
    const bytes = new Uint8Array(buffer, place.byte, place.length);
    if (!table) return this.look.json(bytes);
    this.look.row(
      bytes,
      table.columns.map(({ name }) => name),
      table.dialect.delimiter,
    );
  }

  /** The columns of all tables in the block count as seen: which of them was the row's, its place does not tell. */
  #row(tables: { columns: { name: string }[] }[], error: number): void {
    if (error === ERROR.BAD_ROW) return; // the splitter has looked at it
    if (error === ERROR.TOO_LONG) return this.look.lost('LINE_TOO_LONG');
    if (error === ERROR.ROWS_UNREAD) return this.look.unlooked(1);
    this.look.rowOf(tables.flatMap(({ columns }) => columns.map(({ name }) => name)));
  }
}
