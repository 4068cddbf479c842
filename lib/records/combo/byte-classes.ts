import { COMBO_DELIMITERS } from './combo-fields';

/** What a byte may be part of, as bits. */
export enum ByteClass {
  DELIMITER = 1,
  /** Of an address's local part. */
  LOCAL = 2,
  /** Of a host's name. */
  HOST = 4,
  HEX = 8,
  DIGIT = 16,
  /** Of the name of a scheme or of a hash's algorithm. */
  WORD = 32,
}

const all = Array.from({ length: 256 }, (_, byte) => byte);
const matching = (pattern: RegExp) => all.map((byte) => pattern.test(String.fromCharCode(byte)));
const PATTERNS: [ByteClass, RegExp][] = [
  [ByteClass.LOCAL, /[^\u0000-\u0020\u007f"'<>()[\]\\@:;|,]/],
  [ByteClass.HOST, /[A-Za-z0-9._\u0080-\u00ff-]/],
  [ByteClass.HEX, /[0-9A-Fa-f]/],
  [ByteClass.DIGIT, /[0-9]/],
  [ByteClass.WORD, /[A-Za-z0-9+._-]/],
];

/** The classes of each byte. */
export const BYTE_CLASSES = Uint8Array.from(all, (byte) =>
  COMBO_DELIMITERS.includes(String.fromCharCode(byte)) ? ByteClass.DELIMITER : 0,
);
for (const [bit, pattern] of PATTERNS)
  matching(pattern).forEach((isIn, byte) => {
    if (isIn) BYTE_CLASSES[byte] = (BYTE_CLASSES[byte] ?? 0) | bit;
  });

/** Up to where the bytes from `from` on, before `to`, are of a class. */
export function classEnd(bytes: Uint8Array, from: number, to: number, bit: ByteClass): number {
  let at = from;
  while (at < to && ((BYTE_CLASSES[bytes[at] ?? 0] ?? 0) & bit) !== 0) at++;
  return at;
}

/** The first delimiter from `from` on, or `to`. */
export function delimiterAt(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && ((BYTE_CLASSES[bytes[at] ?? 0] ?? 0) & 1) === 0) at++;
  return at;
}

/** The first of a byte from `from` on, or `to`: never looks further, so that a text without it costs no more than one with it. */
export function byteAt(bytes: Uint8Array, byte: number, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== byte) at++;
  return at;
}
