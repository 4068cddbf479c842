import type { ReferenceCell } from './reference-sql-cell';

/** What MySQL means by the letter behind a backslash. */
export const MYSQL_ESCAPES: Record<string, string> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
  '%': '\\%',
  _: '\\_',
};
const POSTGRES_ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What is meant by the escape whose letter is at `at`, and how many characters it takes. */
export function behindBackslash(text: string, at: number): [string, number] {
  const c = text[at] as string;
  const rest = text.slice(at, at + 24);
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
  const hex = /^x([\da-fA-F]{1,2})/.exec(rest);
  if (octal) return [String.fromCharCode(Number.parseInt(octal, 8) & 255), octal.length];
  if (hex) return [String.fromCharCode(Number.parseInt(hex[1] as string, 16)), hex[0].length];
  const pair = /^u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})/i.exec(rest);
  const point = /^u([\da-fA-F]{4})|^U([\da-fA-F]{8})/.exec(rest);
  if (pair) return [utf8(JSON.parse(`"\\u${pair[1]}\\u${pair[2]}"`) as string), pair[0].length];
  const code = Number.parseInt(point?.[1] ?? point?.[2] ?? '110000', 16);
  if (point && code < 0x110000 && (code < 0xd800 || code > 0xdfff))
    return [utf8(String.fromCodePoint(code)), point[0].length];
  if (c === 'u' || c === 'U') return [`\\${c}`, 1];
  return [POSTGRES_ESCAPES[c] ?? c, 1];
}

function utf8(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** The cells of a line behind COPY. */
export function splitCopy(line: string): ReferenceCell[] {
  const raw = line.match(/(?:[^\\\t]|\\[^])*(?:\t|$)/g) ?? [];
  const cells = line === '' ? [''] : raw.filter((cell, i) => cell !== '' || raw[i - 1]?.endsWith('\t'));
  return cells.map((cell, i): ReferenceCell => {
    let text = cell.replace(/\t$/, (tab, at: number) => (isEscaped(cell, at) ? tab : ''));
    if (i === cells.length - 1 && text.endsWith('\r') && !isEscaped(text, text.length - 1))
      text = text.slice(0, -1);
    if (text === '\\N') return { type: 'null', text: '' };
    return {
      type: 'string',
      text: text.replace(
        /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|([^]))/g,
        (_, octal?: string, hex?: string, c?: string) => {
          if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
          if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
          return { ...POSTGRES_ESCAPES, v: '\v' }[c as string] ?? (c as string);
        },
      ),
    };
  });
}

/** Is the character at `at` behind an odd number of backslashes? */
function isEscaped(text: string, at: number): boolean {
  return ((/\\*$/.exec(text.slice(0, at))?.[0].length ?? 0) & 1) === 1;
}
