import { isUtf8 } from 'node:buffer';

/** Encodings that are read. `latin-1`: as cp1252, but none of the bytes 0x80 to 0x9F has occurred. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1' | 'cp1252';

/** An encoding, or the name (as iconv knows it) of one that is not read; `unknown` where none can be named. */
export type Guess = { encoding: TextEncoding } | { refused: string };

/** A run of bytes above 0x7F. */
const HIGH_RUN = /[\x80-\xff]+/g;
const FEW = 8;

/**
 * Tells wide encodings by their marks, or by where their zero bytes stand; null: a byte encoding, to be told by its
 * first byte above 0x7F ({@link guessByteEncoding}).
 *
 * @param head the first bytes of the text, up to some 64 KB
 */
export function guessWideEncoding(head: Buffer): Guess | null {
  const mark = head.toString('latin1', 0, 4);
  if (mark === '\xff\xfe\0\0' || mark === '\0\0\xfe\xff') return { refused: 'UTF-32' };
  if (mark.startsWith('\xff\xfe')) return { encoding: 'utf-16le' };
  if (mark.startsWith('\xfe\xff')) return { encoding: 'utf-16be' };
  if (mark.startsWith('+/v')) return { refused: 'UTF-7' };
  if (head.length < 4) return null;
  const zeros = [0, 0, 0, 0];
  const count = head.length - (head.length % 4);
  for (let i = 0; i < count; i++) if (head[i] === 0) zeros[i % 4] = (zeros[i % 4] ?? 0) + 1;
  const [a = 0, b = 0, c = 0, d = 0] = zeros.map((n) => n / (count / 4));
  if ((b > 0.9 && c > 0.9 && d > 0.9) || (a > 0.9 && b > 0.9 && c > 0.9)) return { refused: 'UTF-32' };
  const isBig = (a + c) / 2 > (b + d) / 2;
  if (hasWideLook(head, isBig ? (a + c) / 2 : (b + d) / 2, isBig ? (b + d) / 2 : (a + c) / 2))
    return isWideText(head, isBig) ? { encoding: isBig ? 'utf-16be' : 'utf-16le' } : null;
  return looksEbcdic(head) ? { refused: 'IBM037' } : null;
}

/** Every second byte of Latin text is zero; of other scripts at least those of blanks, digits and line ends are. */
function hasWideLook(head: Buffer, here: number, there: number): boolean {
  const hasMarks = /[\n,;\t"] ?\0|\0[\n,;\t"]/.test(head.toString('latin1'));
  return (here > 0.4 && there < 0.05) || (here > 0.04 && there === 0 && hasMarks);
}

/** Whether the bytes make sense as UTF-16: no control characters but those of lines, no lone halves of pairs. */
function isWideText(head: Buffer, isBig: boolean): boolean {
  const units = Buffer.from(head.subarray(0, head.length - (head.length % 2)));
  if (isBig) units.swap16();
  const text = units.toString('utf16le');
  return (text.match(/[\0-\x08\x0e-\x1f\ufffe\uffff]/g)?.length ?? 0) * 50 < text.length;
}

/**
 * Tells the byte encoding of a text from a stretch of it that begins at its first byte above 0x7F. UTF-8 wins where any
 * of it is UTF-8: single bad lines are rejects, not an encoding. JSON is UTF-8 by its standard, so a few odd bytes in it
 * are damage; that a whole file is something else takes more of them.
 */
export function guessByteEncoding(
  stretch: Buffer,
  { isJson, ended }: { isJson: boolean; ended: boolean },
): Guess {
  const text = stretch.toString('latin1');
  const runs = text.match(HIGH_RUN) ?? [];
  const whole = runs.slice(0, -1).length > 0 ? runs.slice(0, -1) : runs;
  if (
    isUtf8(ended ? stretch : withoutCutEnd(stretch)) ||
    whole.some((run) => isUtf8(Buffer.from(run, 'latin1')))
  )
    return { encoding: 'utf-8' };
  if (isJson && runs.length < FEW) return { encoding: 'utf-8' };
  // Hardly a word has these two letters, and damage often has these two bytes.
  if (runs.filter((run) => /[\xfe\xff]/.test(run)).length * 2 > runs.length) return { encoding: 'utf-8' };
  if (looksShiftJis(stretch)) return { refused: 'SHIFT-JIS' };
  const inLong = runs.filter((run) => run.length > 3).join('').length;
  if (inLong * 2 > runs.join('').length) return { refused: longRuns(runs) };
  if (isJson && !runs.every((run) => /^[\xc0-\xfd]{1,2}$/.test(run))) return { encoding: 'utf-8' };
  return { encoding: /[\x80-\x9f]/.test(text) ? 'cp1252' : 'latin-1' };
}

/** Whole words above 0x7F: pairs of bytes are East Asian; lower case letters of Cyrillic lie in different places. */
function longRuns(runs: string[]): string {
  const text = runs.join('');
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / text.length;
  if (runs.every((run) => run.length % 2 === 0) && share(/[\xa1-\xfe]/g) > 0.98) {
    if (share(/[\xa4\xa5][\xa1-\xf6]/g) > 0.1) return 'EUC-JP';
    return share(/[\xb0-\xc8][\xa1-\xfe]/g) > 0.4 ? 'EUC-KR' : 'GB18030';
  }
  if (share(/[\x81-\xfe][\x40-\xfe]/g) > 0.48 && share(/[\x80-\xa0]/g) > 0.1) return 'GB18030';
  if (share(/[\xe0-\xff]/g) > 0.6) return 'CP1251';
  return share(/[\xc0-\xdf]/g) > 0.6 ? 'KOI8-R' : 'unknown';
}

/** Pairs of Shift-JIS from end to end, some of them with a first byte that no Western letter has. */
function looksShiftJis(bytes: Buffer): boolean {
  let pairs = 0;
  let marked = 0;
  let high = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xa1 && byte <= 0xdf) continue;
    const next = bytes[i + 1];
    if (next === undefined) break;
    const isPair = (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
    if (!isPair || next < 0x40 || next === 0x7f || next > 0xfc) return false;
    pairs++;
    if (byte <= 0x9f) marked++;
    i++;
  }
  return pairs > 1 && marked * 2 > pairs && pairs * 2 >= high;
}

/** Letters, digits and blanks of EBCDIC, and hardly a byte that is printable in ASCII but for those. */
function looksEbcdic(bytes: Buffer): boolean {
  let letters = 0;
  let ascii = 0;
  for (const byte of bytes) {
    if (byte === 0x40 || byte >= 0xf0 || (byte >= 0x81 && byte <= 0xa9) || (byte >= 0xc1 && byte <= 0xe9))
      letters++;
    else if ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x0a) ascii++;
  }
  // A blank of ASCII is a control character there, and the other way round.
  const hasBlanks = bytes.includes(0x40) && !bytes.includes(0x20);
  return bytes.length >= 32 && hasBlanks && letters > bytes.length * 0.75 && ascii < bytes.length * 0.1;
}

/** Without a character that the stretch cuts. */
function withoutCutEnd(bytes: Buffer): Buffer {
  let end = bytes.length;
  for (let back = 1; back <= 3 && end - back >= 0; back++) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      end -= back;
      break;
    }
  }
  return bytes.subarray(0, end);
}
