/** A value that is the same whenever it occurs, written beforehand. */
export interface Cell {
  /** As JSON, with quotes. */
  json: Uint8Array;
  /** As a cell of a table. */
  row: Uint8Array;
  sort: 'texts' | 'number' | 'fractions' | 'flags';
  /** The same for cells of one text, from 0. */
  number: number;
}

/** The cell of a value. @param value printable ASCII without quote and backslash, a number, or a truth value */
export function cellOf(value: string | number | boolean, number: number): Cell {
  const json = Buffer.from(JSON.stringify(value), 'latin1');
  if (typeof value === 'boolean') return { json, row: json, sort: 'flags', number };
  if (typeof value === 'number')
    return { json, row: json, sort: Number.isInteger(value) ? 'number' : 'fractions', number };
  const text = Buffer.from(value, 'latin1');
  return { json, row: quotedCell(text, 0, text.length) ?? text, sort: 'texts', number };
}

/** A cell in quotes, where it needs them: an empty text, told from no text, and what holds quotes, commas or line ends; else null. */
export function quotedCell(bytes: Buffer, start: number, end: number): Buffer | null {
  let quoted = end === start;
  for (let i = start; i < end && !quoted; i++) {
    const byte = bytes[i];
    quoted = byte === 34 || byte === 44 || byte === 10 || byte === 13;
  }
  if (!quoted) return null;
  const cell = bytes.toString('utf8', start, end);
  return Buffer.from(`"${cell.replaceAll('"', '""')}"`, 'utf8');
}

const plain = new WeakMap<Uint8Array, Uint8Array>();

/** What a text's JSON form says. */
export function unescapedCell(json: Uint8Array): Uint8Array {
  if (!json.includes(92)) return json;
  let text = plain.get(json);
  if (!text) {
    const said: unknown = JSON.parse(`"${Buffer.from(json).toString('utf8')}"`);
    text = Buffer.from(String(said), 'utf8');
    plain.set(json, text);
  }
  return text;
}
