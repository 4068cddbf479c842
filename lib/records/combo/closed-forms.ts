import { BYTE_CLASSES, ByteClass, classEnd } from './byte-classes';

const [AT, DOT, DOLLAR, STAR, OPEN, CLOSE] = [64, 46, 36, 42, 123, 125];
/** Digits of hashes in hexadecimal: MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512. */
const HEX_LENGTHS = [32, 40, 56, 64, 96, 128];
const LONGEST_ADDRESS = 254;

/** Where the e-mail address ends that stands at `from` and whose host has a dot; 0 where none does. */
export function addressEnd(bytes: Uint8Array, from: number, to: number): number {
  const at = classEnd(bytes, from, to, ByteClass.LOCAL);
  if (at === from || at >= to || bytes[at] !== AT) return 0;
  let end = at + 1;
  let dot = 0;
  for (; end < to && ((BYTE_CLASSES[bytes[end] ?? 0] ?? 0) & ByteClass.HOST) !== 0; end++)
    if (dot === 0 && bytes[end] === DOT) dot = end;
  return dot > at + 1 && bytes[end - 1] !== DOT && end - from <= LONGEST_ADDRESS ? end : 0;
}

/** Whether bytes are a password's hash by their form: hexadecimal digits of a known number, `$2y$…`, `*…` of MySQL, `{SSHA}…`. */
export function isHash(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length < 13) return false;
  const first = bytes[from];
  if (first === DOLLAR) {
    const end = classEnd(bytes, from + 1, to, ByteClass.WORD);
    return end > from + 1 && end - from <= 20 && bytes[end] === DOLLAR;
  }
  if (first === OPEN) {
    const end = classEnd(bytes, from + 1, to, ByteClass.WORD);
    return end > from + 2 && bytes[end] === CLOSE && to - end > 13;
  }
  const start = first === STAR && length === 41 ? from + 1 : from;
  return HEX_LENGTHS.includes(to - start) && classEnd(bytes, start, to, ByteClass.HEX) === to;
}
