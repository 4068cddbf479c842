const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE] = [34, 92, 44, 91, 93, 123, 125];

/** An array or object that was read: where its cells lie, first byte and byte behind the last of each, and where it ends. */
export interface ReadRow {
  cells: number[];
  end: number;
}

/**
 * Reads the bracketed value that begins at `from`, as far as brackets, commas and strings go.
 *
 * @returns null where none begins there, or it does not end before `to`
 */
export function readRow(bytes: Uint8Array, from: number, to: number): ReadRow | null {
  if (bytes[from] !== OPEN && bytes[from] !== OPEN_BRACE) return null;
  const cells: number[] = [];
  let depth = 1;
  let start = from + 1;
  let isFilled = false;
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 32) isFilled ||= byte !== CLOSE && byte !== CLOSE_BRACE;
    if (byte === QUOTE) {
      do {
        at = bytes.indexOf(QUOTE, at + 1);
        if (at < 0 || at >= to) return null;
      } while (isEscaped(bytes, at));
    } else if (byte === OPEN || byte === OPEN_BRACE) depth++;
    else if (byte === COMMA && depth === 1) {
      cells.push(start, at);
      start = at + 1;
    } else if ((byte === CLOSE || byte === CLOSE_BRACE) && --depth === 0) {
      if (isFilled) cells.push(start, at);
      return { cells, end: at + 1 };
    }
  }
  return null;
}

/** Whether an odd number of backslashes stands before a byte. */
function isEscaped(bytes: Uint8Array, at: number): boolean {
  let before = at;
  while (bytes[before - 1] === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}
