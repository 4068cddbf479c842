import { outsideStrings } from './outside-strings';

/** A stretch of zeros as large as a disk's block: what stood there is gone, line ends too. */
const HOLE = '\0'.repeat(512);
/** An object begins where none may: what stands before it broke off. */
const TORN = /[^:[,({\s]\s*\{\s*(?="[^"]*"\s*:)/g;

/**
 * How many documents may lie in the bytes of one JSON record that was refused: one, and one more for each object that begins
 * where a record has none. null: there is a hole in it, and nobody knows.
 *
 * @example documentsIn('{"a":1,"b":{"a":2}') // 1
 * @example documentsIn('{"a":1,"b":"x{"a":2}') // 2
 */
export function documentsIn(text: string): number | null {
  if (text.includes(HOLE)) return null;
  return Math.max(1, objectsAtOnce(text), 1 + (text.match(TORN)?.length ?? 0));
}

/** Objects at the top, or where another one wants a key. */
function objectsAtOnce(text: string): number {
  const open: string[] = [];
  let before = '';
  let count = 0;
  for (const sign of outsideStrings(text).bare) {
    if (sign === '{' && (open.length === 0 || (open.at(-1) === '{' && before !== ':'))) count++;
    if (sign === '{' || sign === '[') open.push(sign);
    else if (sign === '}' || sign === ']') open.pop();
    if (sign !== ' ' && sign !== '\t') before = sign;
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
