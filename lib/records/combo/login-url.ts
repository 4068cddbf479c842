import { byteAt, ByteClass, BYTE_CLASSES, classEnd, delimiterAt } from './byte-classes';

const [SLASH, COLON, OPEN_BRACKET, CLOSE_BRACKET, DOT] = [47, 58, 91, 93, 46];
const LONGEST_SCHEME = 20;
const PORT_DIGITS = 5;

/** Where the authority of a url begins whose scheme stands at `from` (`https://`, `android://`, `//`); 0 where none does. */
export function urlAt(bytes: Uint8Array, from: number, to: number): number {
  const scheme = classEnd(bytes, from, Math.min(to, from + LONGEST_SCHEME), ByteClass.WORD);
  const at = scheme > from && bytes[scheme] === COLON ? scheme + 1 : from;
  if (scheme > from && at === from) return 0;
  return bytes[at] === SLASH && bytes[at + 1] === SLASH && at + 2 < to ? at + 2 : 0;
}

/** Whether a host's name with a dot in it stands at `from`, and a path, perhaps behind a port. */
export function isHostWithPath(bytes: Uint8Array, from: number, to: number): boolean {
  const end = classEnd(bytes, from, to, ByteClass.HOST);
  const dot = byteAt(bytes, DOT, from, end);
  if (dot === from || dot >= end - 1) return false;
  const port = bytes[end] === COLON ? classEnd(bytes, end + 1, to, ByteClass.DIGIT) : end;
  return port !== end + 1 && port < to && bytes[port] === SLASH;
}

/** Where a url ends whose authority begins at `host`: at the first delimiter that begins no port. */
export function urlEnd(bytes: Uint8Array, host: number, to: number): number {
  const bracket = bytes[host] === OPEN_BRACKET ? byteAt(bytes, CLOSE_BRACKET, host, to) : host;
  const end = delimiterAt(bytes, bracket < to ? bracket : host, to);
  if (bytes[end] !== COLON || end >= to) return end;
  const port = classEnd(bytes, end + 1, Math.min(to, end + 1 + PORT_DIGITS), ByteClass.DIGIT);
  if (port === end + 1 || port >= to) return end;
  if (bytes[port] === SLASH) return delimiterAt(bytes, port, to);
  // Two fields must follow a port that ends the url; else it is one of them.
  const isDelimited = ((BYTE_CLASSES[bytes[port] ?? 0] ?? 0) & ByteClass.DELIMITER) !== 0;
  return isDelimited && delimiterAt(bytes, port + 1, to) < to ? port : end;
}
