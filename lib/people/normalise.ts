import { domainToASCII } from 'node:url';

/** 0 exact text; 1 without outer white space; 2 and lower case, Unicode NFKC, domain in ASCII. */
export type Level = 0 | 1 | 2;

/**
 * The form of an e-mail address under which two spellings count as one. The only such function of the kit: engines
 * differ in trimming, lower case and Unicode.
 *
 * Levels 1 and 2 change an ASCII text only where it has outer white space or (level 2) an upper-case letter. Level 2
 * applied twice is level 2. Lower case is Unicode's own, in no language: Turkish `İ` becomes `i` with a dot above it
 * and stays another address than `i`.
 *
 * @example normalise(' Ana@EXAMPLE.org ', 2) // 'ana@example.org'
 */
export function normalise(text: string, level: Level): string {
  if (level === 0) return text;
  if (level === 1) return text.trim();
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
  const at = lower.lastIndexOf('@');
  const domain = lower.slice(at + 1);
  // On ASCII domains domainToASCII would also rewrite numbers (`0x7f.1`), which is no matter of spelling.
  if (at < 0 || /^[\u0000-\u007f]*$/.test(domain)) return lower;
  const ascii = domainToASCII(domain);
  return ascii === '' ? lower : lower.slice(0, at + 1) + ascii;
}
