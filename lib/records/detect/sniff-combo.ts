import { cellShape } from '../csv/cell-shape';
import { isHeader } from '../csv/find-header';
import { ComboField } from '../combo/combo-fields';
import { ComboLine } from '../combo/combo-line';

/** Lines that make a list. */
const LEAST = 3;
/** Delimiters that many tables have: a list with one of them alone needs passwords that are told by their signs. */
const OF_TABLES = ';|\t, ';
/** Signs that passwords have, and names, places and tokens hardly. */
const SIGNS = /[!$%^&*?~<>{}[\]`#]/;

const PASSWORD: number = ComboField.PASSWORD;

/** What lines of the head are, as far as it matters here. */
interface Seen {
  lines: string[];
  /** Lines with somebody and what gives them away: an address or url before a password or hash. */
  good: number;
  /** Lines that are no record. */
  none: number;
  /** Passwords as they stand, a blank before them included. */
  passwords: string[];
  /** The first delimiter of good lines, and how many begin with a url or hold a hash. */
  delimiters: Map<string, number>;
  urls: number;
  hashes: number;
  firstIsGood: boolean;
}

/**
 * Tells a list of logins by its head: lines of an address (or a url and a login), a delimiter and a password or hash. A table
 * with a header, one of constant width whose other cells are no passwords, and lines of `key: value` are none.
 *
 * @param head decoded text from its first byte that is not blank
 * @param ended whether the text ends with it
 */
export function sniffCombo(head: Buffer, ended: boolean): boolean {
  const seen = look(head, ended);
  const count = seen.lines.length;
  if (count < LEAST || seen.good * 2 < count || seen.none * 10 > count) return false;
  const [delimiter, most] = [...seen.delimiters].sort(([, a], [, b]) => b - a)[0] ?? [':', 0];
  if (!seen.firstIsGood && hasHeader(seen.lines, delimiter)) return false;
  if (!arePasswords(seen.passwords, count)) return false;
  const isMixed = most * 50 < seen.good * 49;
  const width = constantWidth(seen.lines, delimiter);
  if (isMixed || width === null)
    return isMixed || !OF_TABLES.includes(delimiter) || hasSigns(seen.passwords) || seen.hashes * 2 > count;
  if (OF_TABLES.includes(delimiter)) return width <= (seen.urls > 0 ? 3 : 2) && hasSigns(seen.passwords);
  return width === 2 || (width <= 4 && seen.urls * 2 > count) || (width === 3 && seen.hashes * 2 > count);
}

function look(head: Buffer, ended: boolean): Seen {
  const seen: Seen = {
    lines: [],
    good: 0,
    none: 0,
    passwords: [],
    delimiters: new Map(),
    urls: 0,
    hashes: 0,
    firstIsGood: false,
  };
  const line = new ComboLine();
  for (let from = 0; from < head.length;) {
    const outcome = line.read(head, from, head.length);
    const to = line.end;
    if (to === head.length && !ended && from > 0) break;
    if (outcome === 'read' || outcome === 'none') add(seen, head, line, head.toString('latin1', from, to));
    from = to + 1;
  }
  return seen;
}

function add(seen: Seen, head: Buffer, line: ComboLine, text: string): void {
  seen.lines.push(text.replace(/\r+$/, ''));
  const texts = new Map<number, string>();
  for (let i = 0; i < line.count; i++) {
    const [field = 0, from = 0, to = 0] = line.fields.subarray(i * 3);
    const isAfterBlank = field === PASSWORD && head[from - 1] === 32 && i === 1;
    texts.set(field, (isAfterBlank && line.delimiter !== 32 ? ' ' : '') + head.toString('latin1', from, to));
  }
  const has = (field: ComboField) => texts.has(field);
  const isHash =
    has(ComboField.HASH) && (has(ComboField.EMAIL) || has(ComboField.URL) || has(ComboField.SALT));
  const isKnown =
    isHash ||
    (has(ComboField.PASSWORD) && (has(ComboField.EMAIL) || (has(ComboField.URL) && has(ComboField.LOGIN))));
  if (line.count === 0) seen.none++;
  if (!isKnown) return;
  if (seen.lines.length === 1) seen.firstIsGood = true;
  seen.good++;
  const sign = String.fromCharCode(line.delimiter);
  seen.delimiters.set(sign, (seen.delimiters.get(sign) ?? 0) + 1);
  if (has(ComboField.URL)) seen.urls++;
  if (isHash) seen.hashes++;
  const password = texts.get(ComboField.PASSWORD);
  if (password !== undefined) seen.passwords.push(password);
}

function hasHeader(lines: readonly string[], delimiter: string): boolean {
  const [first = [], ...others] = lines.slice(0, 100).map((line) => line.split(delimiter));
  return first.length > 1 && isHeader(first, others);
}

/** Of lines that nearly all have as many cells, how many; null where they do not. */
function constantWidth(lines: readonly string[], delimiter: string): number | null {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const width = line.split(delimiter).length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [width, same] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return same * 50 >= lines.length * 49 ? width : null;
}

/** Words of a message, numbers, dates, other addresses, names and a few states over and over are no passwords. */
function arePasswords(passwords: readonly string[], lines: number): boolean {
  if (passwords.length * 10 < lines) return true;
  const share = (test: (text: string) => boolean) => passwords.filter(test).length / passwords.length;
  return (
    share((text) => /\s/.test(text.trimEnd())) <= 0.2 &&
    share((text) => cellShape(text) === 'value') < 0.9 &&
    share((text) => /^[^A-Za-z]*$|^[A-Za-z\u0080-\u00ff-]*$/.test(text)) < 0.95 &&
    new Set(passwords).size * 10 >= passwords.length
  );
}

function hasSigns(passwords: readonly string[]): boolean {
  const own = new Set(passwords);
  const signed = [...own].filter((text) => SIGNS.test(text)).length;
  const blank = [...own].filter((text) => /\s/.test(text)).length;
  return signed * 33 >= own.size && signed > 0 && blank * 20 <= own.size && own.size * 3 >= passwords.length;
}
