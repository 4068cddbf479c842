import type { TextEncoding } from './guess-encoding';

/** What Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding Standard); the five gaps are the controls of that number. */
const AT_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const HIGH = Array.from({ length: 128 }, (_, i) => Buffer.from(AT_80[i] ?? String.fromCharCode(128 + i)));

/** Bytes of another encoding in, UTF-8 out; a unit that is cut at the end of a piece waits for the next. */
export interface Recoder {
  recode(bytes: Uint8Array): Uint8Array;
  /** What is left at the end: nothing, or the trace of a cut unit. */
  end(): Uint8Array;
  /** Whether a byte from 0x80 to 0x9F has occurred. */
  readonly hasSymbols: boolean;
}

/** No UTF-8 text holds this byte: the line that gets it is rejected as `NOT_UTF8`. */
const BROKEN = Buffer.from([0xff]);
const NOTHING = new Uint8Array(0);

/** A recoder to UTF-8. Half a surrogate pair, or half a unit at the end, makes its line one that is not UTF-8. */
export function recoderOf(encoding: Exclude<TextEncoding, 'utf-8'>): Recoder {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? wide(encoding === 'utf-16be') : single();
}

function single(): Recoder {
  const recoder = { hasSymbols: false, recode, end: () => NOTHING };
  function recode(bytes: Uint8Array): Uint8Array {
    const out = Buffer.allocUnsafe(bytes.length * 3);
    let at = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      if (byte < 0x80) {
        out[at++] = byte;
        continue;
      }
      if (byte < 0xa0) recoder.hasSymbols = true;
      const utf8 = HIGH[byte - 0x80] ?? BROKEN;
      for (let j = 0; j < utf8.length; j++) out[at++] = utf8[j] ?? 0;
    }
    return out.subarray(0, at);
  }
  return recoder;
}

function wide(isBigEndian: boolean): Recoder {
  let kept: Buffer = Buffer.alloc(0);
  let begun = false;
  function recode(bytes: Uint8Array): Uint8Array {
    const all = Buffer.concat([kept, bytes]);
    let end = all.length - (all.length % 2);
    // The first half of a pair waits for the second.
    if (end >= 2 && ((all[end - (isBigEndian ? 2 : 1)] ?? 0) & 0xfc) === 0xd8) end -= 2;
    kept = Buffer.from(all.subarray(end));
    const units = Buffer.from(all.subarray(0, end));
    if (isBigEndian) units.swap16();
    const text = units.toString('utf16le', !begun && units[0] === 0xff && units[1] === 0xfe ? 2 : 0);
    if (end > 0) begun = true;
    return isWellFormed(text) ? Buffer.from(text) : broken(text);
  }
  return { hasSymbols: false, recode, end: () => (kept.length > 0 ? BROKEN : NOTHING) };
}

function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

function broken(text: string): Buffer {
  return Buffer.concat(
    text
      .split(/\p{Surrogate}/u)
      .flatMap((good, i) => (i > 0 ? [BROKEN, Buffer.from(good)] : [Buffer.from(good)])),
  );
}
