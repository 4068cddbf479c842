// Keys of members: the path that a key leads to, guessed from the last object or looked up.
import { REPEAT_MARK } from '../../wasm/shared/limits';
import { LineError } from '../../wasm/shared/line-error';
import { ValueCode } from '../../wasm/shared/value-code';
import { member, plainMember } from '../tape/members';
import { Node, exists, nobody } from '../tape/node';
import { advanceEscapes, arrayIndex, countLoneSurrogate, escapeAt, newRow, put } from '../tape/tape';
import { lowBytes } from '../text/bytes';
import { DIGIT_0, QUOTE } from '../text/characters';
import { stringError } from './check-value';
import { Frame } from './frame';
import { sawLone, scanString, stringEnd, unescape } from './strings';

/** The key read last: its path, the byte behind it, and its text. */
export let keyNode: Node = nobody();
export let keyEnd: usize = 0;
let keyText: usize = 0;
let keyLength: u32 = 0;
let keyLone: bool = false;

/** The guessed node, if its key and closing quote stand at `p`; else nobody. */
@inline export function predicted(guess: Node, p: usize): Node {
  if (!exists(guess)) return guess;
  const length = guess.keyLength,
    key = guess.key;
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(p + i) != load<u64>(key + i)) return nobody();
  const rest = length - i;
  if (length == 0 || (rest && lowBytes(load<u64>(p + i) ^ load<u64>(key + i), rest) != 0)) return nobody();
  return guess;
}

/** Finds or makes the member whose key stands at `p`, behind its quote: `keyNode`, `keyEnd`. */
export function lookUp(parent: Node, p: usize, mayCreate: bool): i32 {
  const q = scanString(p);
  if (load<u8>(q) == QUOTE) {
    keyEnd = q + 1;
    keyText = p;
    keyLength = <u32>(q - p);
    keyLone = false;
  } else {
    const length = unescape(p, escapeAt);
    if (length < 0) return stringError(length);
    if (sawLone) countLoneSurrogate();
    keyEnd = stringEnd;
    keyText = escapeAt;
    keyLength = length;
    keyLone = sawLone;
    advanceEscapes(length);
  }
  keyNode = member(parent, keyText, keyLength, mayCreate);
  return exists(keyNode) ? 0 : mayCreate ? LineError.TOO_MANY_PATHS : LineError.OTHER_ROOT;
}

/** The path of a key that its object has once more: the name, REPEAT_MARK and the count. */
export function repeated(first: Node): Node {
  const count = ++first.repeats;
  memory.copy(escapeAt, first.key, first.nameLength);
  let to = escapeAt + first.nameLength;
  store<u8>(to++, REPEAT_MARK);
  let unit: u32 = 1;
  while (count / unit >= 10) unit *= 10;
  for (; unit; unit /= 10) store<u8>(to++, <u32>(DIGIT_0 + ((count / unit) % 10)));
  return plainMember(first.parent, escapeAt, <u32>(to - escapeAt), true);
}

/** The row of a folded member whose key was read last; the key is a value in it. */
export function foldedRow(folded: Node, frame: Frame, doc: u32): u32 {
  const table = folded.table,
    count = frame.folded++;
  arrayIndex[table.depth - 1] = count;
  const row = newRow(table, doc);
  put(folded.keys, row, keyText, keyLength, keyLone ? ValueCode.LONE_SURROGATE : ValueCode.STRING);
  return row;
}
