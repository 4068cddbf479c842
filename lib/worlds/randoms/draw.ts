import type { Randoms } from './randoms';

/**
 * How draws are written: `TABLE:FIELD`, `TABLE:FIELD[2i+1]`, `TABLE:FIELD[t].low`, with ` or pairs` or ` or pairs but ROLE`
 * behind it; tables and roles may have blanks in their names.
 */
export const DRAW_PATTERN =
  '^([a-z][A-Za-z ]*):(\\d{1,3})(?:\\[(\\d?)([it])(?:\\+(\\d))?\\])?(?:\\.(high|low))?( or pairs(?: but ([A-Za-z][A-Za-z0-9 _-]*))?)?$';

const FORM = new RegExp(DRAW_PATTERN);

/** A draw as it is written: one number a person, or one a document or turn (`scale` × index + `offset`). */
export interface DrawText {
  table: string;
  field: number;
  /** What the index counts: nothing, the person's documents of a kind, or the turns of their sources. */
  by: 'person' | 'document' | 'turn';
  scale: number;
  offset: number;
  part: 'whole' | 'high' | 'low';
  /** People in pairs draw with the bits that pair them, but not those of a role. */
  pairs: { but: string | null } | null;
}

/** Whether a person is in a pair; then the generator holds the bits that pair them. */
export type Pairing = (person: number) => boolean;

/** Reads a draw; null for what is none. */
export function drawText(text: string): DrawText | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, table = '', field = '', scale, index, offset, part, pairs, but = null] = found;
  return {
    table,
    field: Number(field),
    by: index === undefined ? 'person' : index === 'i' ? 'document' : 'turn',
    scale: index === undefined ? 0 : Number(scale === undefined || scale === '' ? 1 : scale),
    offset: Number(offset ?? 0),
    part: part === 'high' || part === 'low' ? part : 'whole',
    pairs: pairs === undefined ? null : { but },
  };
}

/** A draw of a world: numbers uniform in [0, 1) that follow from person and index alone. */
export class Draw {
  readonly by: DrawText['by'];
  readonly table: number;
  readonly field: number;
  readonly #randoms: Randoms;
  readonly #scale: number;
  readonly #offset: number;
  readonly #part: DrawText['part'];
  readonly #pairing: Pairing | null;

  /** @param table number of the table, 0 to 15 */
  constructor(
    randoms: Randoms,
    table: number,
    {
      field,
      by,
      scale,
      offset,
      part,
      pairing = null,
    }: Omit<DrawText, 'table' | 'pairs'> & { pairing?: Pairing | null },
  ) {
    this.#randoms = randoms;
    this.table = table;
    this.field = field;
    this.by = by;
    this.#scale = scale;
    this.#offset = offset;
    this.#part = part;
    this.#pairing = pairing;
  }

  /** All 64 bits of the draw. */
  block(person: number, index = 0): Randoms {
    if (this.#pairing?.(person)) return this.#randoms;
    return this.#randoms.u64(this.table, person, this.field, this.#scale * index + this.#offset);
  }

  /** One of two halves of 128 bits, those of the fields from the draw's own on. @param further fields further */
  half(person: number, further: number, half: number): Randoms {
    return this.#randoms.u64(this.table, person, this.field + further, half);
  }

  /** The draw's part of them: the whole with 52 bits, or a half with 32. */
  at(person: number, index = 0): number {
    const block = this.block(person, index);
    if (this.#part === 'whole') return block.unit();
    return this.#part === 'high' ? block.first() : block.second();
  }
}
