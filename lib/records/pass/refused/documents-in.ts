/** A stretch of zeros as large as a disk's block: what stood there is gone, line ends too. */
const HOLE = '\0'.repeat(512);
/** Behind a bracket: a key and its colon. */
const KEY = /\s*"[^"]*"\s*:/y;
const [QUOTE, BACKSLASH, COLON] = [34, 92, 58];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [123, 125, 91, 93];
/** What may stand before an object in a document that is whole: `:`, `[`, `,`, `(` and a bracket. */
const BEFORE_OBJECT = new Set([COLON, OPEN_LIST, 44, 40, OPEN]);

/**
 * How many documents may lie in the bytes of one JSON record that was refused: one, and one more for each object that begins
 * where a record has none. null: there is a hole in it, and nobody knows.
 *
 * @example documentsIn('{"a":1,"b":{"a":2}') // 1
 * @example documentsIn('{"a":1,"b":"x{"a":2}') // 2
 */
export function documentsIn(text: string): number | null {
  if (text.includes(HOLE)) return null;
  return Math.max(1, objectsAtOnce(text), 1 + tornObjects(text));
}

/** Objects at the top, or where another one wants a key; texts are passed over. */
function objectsAtOnce(text: string): number {
  const open: number[] = [];
  let before = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign <= 32) continue;
    if (sign === OPEN && (open.length === 0 || (open.at(-1) === OPEN && before !== COLON))) count++;
    if (sign === OPEN || sign === OPEN_LIST) open.push(sign);
    else if (sign === CLOSE || sign === CLOSE_LIST) open.pop();
    else if (sign === QUOTE)
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++)
        if (text.charCodeAt(at) === BACKSLASH) at++;
    before = sign;
  }
  return count;
}

/** Objects that begin where none may, texts or not: what stands before them broke off. */
function tornObjects(text: string): number {
  let count = 0;
  for (let at = text.indexOf('{', 1); at >= 0; at = text.indexOf('{', at + 1)) {
    let before = at - 1;
    while (before >= 0 && text.charCodeAt(before) <= 32) before--;
    KEY.lastIndex = at + 1;
    if (before >= 0 && !BEFORE_OBJECT.has(text.charCodeAt(before)) && KEY.test(text)) count++;
  }
  return count;
}

/**
 * How many rows may lie in the bytes of one row that was refused: as many as it has lines, or as many as its cells would
 * fill. null: there is a hole in it, and nobody knows.
 *
 * @param width columns of the table
 * @example rowsIn('1,a,b2,c,d', 3, ',') // 2
 */
export function rowsIn(text: string, width: number, delimiter: string): number | null {
  if (text.includes(HOLE)) return null;
  const lines = text.split(/\r\n|[\r\n]/).length;
  const cells = text.split(delimiter).length;
  return Math.max(1, lines, width > 1 ? Math.floor((cells - 1) / (width - 1)) : 1);
}
