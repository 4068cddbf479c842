const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const BLANK = 32;

/** Overwrites the byte order mark at the beginning of a text with blanks, so that places stay; says whether it had one. */
export function blankMark(text: Uint8Array): boolean {
  const isMarked = BYTE_ORDER_MARK.every((byte, i) => text[i] === byte);
  if (isMarked) text.fill(BLANK, 0, BYTE_ORDER_MARK.length);
  return isMarked;
}
