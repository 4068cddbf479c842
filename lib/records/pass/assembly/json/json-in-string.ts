// JSON inside a string, such as a logged request body: paths of its own below the string's, in the same row. The string
// stays a value too. Strict: what is not a whole object or array stays a string and nothing else.
import { jsonOf } from '../tape/members';
import { Node, exists } from '../tape/node';
import { advanceEscapes, checkpoint, escapeAt, returnTo } from '../tape/tape';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
} from '../text/characters';
import { Frame } from './frame';
import { parseBelow, valueEnd } from './grammar';
import { scanString } from './strings';

/** Longer texts stay strings; so does what is in strings of strings of strings. */
export const MOST_JSON_BYTES: u32 = 1 << 20;
const MOST_LEVELS: u32 = 2;
let level: u32 = 0;

@inline function isBlank(c: u32): bool {
  return c == SPACE || c == NEWLINE || c == RETURN || c == TAB;
}

/** A cheap look at the first byte. */
@inline export function maybeJson(p: usize, length: u32): bool {
  const c = <u32>load<u8>(p);
  return length > 1 && (c == OPEN_BRACE || c == OPEN_BRACKET || isBlank(c));
}

/** Opens the text of a value of `node` if it is JSON. */
export function openText(
  p: usize,
  length: u32,
  doc: u32,
  node: Node,
  row: u32,
  depth: u32,
  frame: Frame,
): void {
  if (level == MOST_LEVELS || length > MOST_JSON_BYTES) return;
  let start = p,
    end = p + length;
  while (start < end && isBlank(load<u8>(start))) start++;
  while (end > start && isBlank(load<u8>(end - 1))) end--;
  const first = <u32>load<u8>(start),
    last = <u32>load<u8>(end - 1);
  if (
    end - start < 2 ||
    !((first == OPEN_BRACE && last == CLOSE_BRACE) || (first == OPEN_BRACKET && last == CLOSE_BRACKET))
  )
    return;
  const size = <u32>(end - start),
    before = checkpoint();
  start = copied(start, size);
  const json = jsonOf(node);
  if (!exists(json)) return;
  level++;
  const error = parseBelow(start, doc, json, row, depth, frame, true);
  level--;
  if (error || valueEnd != start + size) returnTo(before);
}

/** The text with a newline behind it, which no token can cross, and blanks for those between its tokens. */
function copied(p: usize, size: u32): usize {
  const to = escapeAt;
  memory.copy(to, p, size);
  store<u8>(to + size, NEWLINE);
  advanceEscapes(size + 1);
  for (let q = to, end = to + size; q < end; q++) {
    const c = <u32>load<u8>(q);
    if (c == NEWLINE) store<u8>(q, SPACE);
    else if (c == QUOTE) {
      q = scanString(q + 1);
      while (load<u8>(q) == BACKSLASH && q < end) q = scanString(q + 2);
    }
  }
  return to;
}
