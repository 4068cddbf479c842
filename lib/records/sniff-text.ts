import type { PartEnvelope, PartFormat } from '../contract/manifest';

/** How documents lie in a text, and what wraps them. */
export interface TextShape {
  format: PartFormat;
  envelope: PartEnvelope | null;
}

/** One JSON document a line. */
export const NDJSON: TextShape = { format: 'ndjson', envelope: null };

/** Bytes that can begin a JSON value: { [ " - digits t f n. */
const STARTS = new Set('{["-0123456789tfn'.split('').map((c) => c.charCodeAt(0)));

/**
 * Tells NDJSON from other formats by the opening of its text: the first line is a JSON value, or most of the lines
 * seen are (a hostile or damaged first line must not hide a readable file). Names of files are never asked. One array
 * as the whole file, a pretty-printed array, CSV, SQL, XML and every binary format fail here.
 *
 * @param opening decoded text from its first byte that is not blank, up to some 64 KB
 * @param ended whether the text ends with it
 */
export function sniffText(opening: Buffer, ended: boolean): TextShape | 'blank' | 'other' {
  if (opening.length === 0) return 'blank';
  // NUL bytes mean a binary format or UTF-16.
  if (!STARTS.has(opening[0] as number) || opening.includes(0)) return 'other';
  const whole = ended ? opening.length : opening.lastIndexOf(10) + 1;
  if (whole === 0) return beginsLikeDocument(opening) ? NDJSON : 'other';
  const lines = opening
    .toString('utf8', 0, whole)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (ended && lines.length === 1 && lines[0]?.startsWith('[')) return 'other';
  const good = lines.filter(isJson).length;
  return isJson(lines[0] as string) || good * 2 > lines.length ? NDJSON : 'other';
}

/** One line longer than the opening: all that can be told is how it begins. Objects in an array are one big export. */
function beginsLikeDocument(opening: Buffer): boolean {
  return /^(\{\s*["}]|\[\s*[[\]"\-0-9tfn])/.test(opening.toString('latin1', 0, 256));
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
