import { Row } from '../../wasm/shared/records';
import { COMBO_FIELDS } from '../../../combo/combo-fields';
import { ComboLine } from '../../../combo/combo-line';
import { LineError } from '../../wasm/shared/line-error';
import { ValueCode } from '../../wasm/shared/value-code';
import type { BlockRows } from '../block-message';

/** The kind that records of lists of logins are. */
const KIND = 'logins';
/** As the pass keeps a cell: its length below its type. */
const LENGTH_BITS = 28;
const STRING = ValueCode.STRING << LENGTH_BITS;
/** Numbers of a row with the most fields that a line has. */
const MOST_NUMBERS = Row.FIELDS + 4;
/** A list of fields as a number: a digit each. */
const BASE = COMBO_FIELDS.length + 1;
const NO_RECORD: number = LineError.NO_LOGIN;

/** What a block of a list of logins holds: its rows, and lines that are none. */
export interface ComboRows {
  rows: BlockRows;
  blank: number;
  comments: number;
  warnings: Record<string, number>;
}

/** Puts cells one behind the other: those that lie so in the block are copied at once. */
class CellTexts {
  #put = 0;
  #from = 0;
  #to = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly out: Uint8Array,
  ) {}

  put(from: number, to: number): void {
    if (from !== this.#to) {
      this.end();
      this.#from = from;
    }
    this.#to = to + 1;
  }

  /** Copies what waits. The byte behind a block's last cell is its line feed. */
  end(): void {
    const { bytes, out } = this;
    let put = this.#put;
    if (this.#to - this.#from > 512) {
      out.set(bytes.subarray(this.#from, this.#to), put);
      put += this.#to - this.#from;
    } else for (let at = this.#from; at < this.#to; at++) out[put++] = bytes[at] ?? 0;
    this.#put = put;
  }
}

/** Parts blocks of a list of logins into rows in a worker. */
export class ComboBlocks {
  readonly #line = new ComboLine();
  #list = new Uint32Array(MOST_NUMBERS * 1024);

  /**
   * Reads the lines of a block, the last byte a line feed.
   *
   * @param to gets the fields one behind the other, a byte behind each: never more than the block has
   */
  part(bytes: Uint8Array, to: Uint8Array): ComboRows {
    const line = this.#line;
    const { fields } = line;
    const shapes = new Set<number>();
    const counts = { rows: 0, blank: 0, comments: 0 };
    const texts = new CellTexts(bytes, to);
    let length = 0;
    let number = 0;
    let last = 0;
    for (let from = 0; from < bytes.length; number++) {
      const outcome = line.read(bytes, from, bytes.length);
      const { end } = line;
      if (outcome === 'blank') counts.blank++;
      else if (outcome === 'comment') counts.comments++;
      else {
        if (length + MOST_NUMBERS > this.#list.length) this.#grow();
        const list = this.#list;
        const row = length;
        length += Row.FIELDS;
        let shape = 0;
        for (let i = 0; i < line.count * 3; i += 3) {
          shape = shape * BASE + (fields[i] ?? 0);
          const start = fields[i + 1] ?? 0;
          const stop = fields[i + 2] ?? 0;
          list[length++] = STRING + stop - start;
          texts.put(start, stop);
        }
        if (shape !== last) shapes.add((last = shape));
        list[row + Row.line] = number;
        list[row + Row.byte] = from;
        list[row + Row.length] = end - from;
        list[row + Row.table] = shape;
        list[row + Row.error] = outcome === 'none' ? NO_RECORD : 0;
        list[row + Row.cells] = line.count;
        counts.rows++;
      }
      from = end + 1;
    }
    texts.end();
    const list = this.#list.subarray(0, length);
    const rows = { count: counts.rows, list, line: 0, tables: [...shapes].filter(Boolean).map(tableOf) };
    const { blank, comments } = counts;
    return { rows, blank, comments, warnings: { LINES_SKIPPED: comments } };
  }

  #grow(): void {
    const list = new Uint32Array(this.#list.length * 2);
    list.set(this.#list);
    this.#list = list;
  }
}

function tableOf(id: number): BlockRows['tables'][number] {
  const columns = id
    .toString(BASE)
    .split('')
    .map((digit) => ({ name: COMBO_FIELDS[Number(digit) - 1] ?? '', repeat: 1 }));
  return { id, name: KIND, columns };
}
