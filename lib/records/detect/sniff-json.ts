import { isJson } from './is-json';
import { sniffEnvelope } from './sniff-envelope';
import type { TextShape } from './text-shape';

/** Bytes that can begin a JSON value: { [ " - digits t f n. */
const STARTS = new Set('{["-0123456789tfn'.split(''));
/** How an object or an array goes on: with a key, a value or its end. */
const OPENS = /^(\{\s*["}]|\[\s*[[\]{"\-0-9tfn])/;
/** A line that means to be a document, whatever is wrong inside: `{"a":NaN}`. */
const LIKE_A_DOCUMENT = /^\{\s*"[^]*\}\s*$|^\{\s*\}\s*$/;

/**
 * Tells the shapes of JSON text by its head: one document a line (most lines are documents; a hostile or damaged first line
 * must not hide a readable file), or JSON of any other layout, which begins with a bracket.
 *
 * @param head decoded text from its first byte that is not blank, up to some 64 KB
 * @param ended whether the text ends with it
 * @returns null where it is no JSON; NUL bytes mean a binary format, unless most lines are documents: a damaged disk leaves some
 */
export function sniffJson(head: Buffer, ended: boolean): TextShape | null {
  const text = head.toString('utf8');
  if (!STARTS.has(text[0] ?? '')) return null;
  const isLines = isByLines(text, ended);
  if (!isLines && (head.includes(0) || !OPENS.test(text))) return null;
  return { format: isLines ? 'ndjson' : 'json', envelope: sniffEnvelope(text) };
}

function isByLines(text: string, ended: boolean): boolean {
  const whole = ended ? text.length : text.lastIndexOf('\n') + 1;
  // No line ends in the head: a long object that is the first of many, or values side by side; an array is one big export.
  if (whole === 0) return text.startsWith('{') && OPENS.test(text) && !/\S/.test(text.slice(firstEnd(text)));
  const lines = text
    .slice(0, whole)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (isQuotedColumn(lines)) return false;
  const good = lines.filter(isJson);
  // An array of objects on a line, or one array that is the whole text, holds the documents; an array of other values is one.
  if (lines.length === 1 && ended && text.startsWith('[')) return false;
  if (good.filter((line) => /^\s*\[\s*\{/.test(line)).length * 2 > good.length) return false;
  if (isJson(lines[0] ?? '')) return true;
  // Numbers below a line that is none are a column with its name, or a table in a dump.
  const documents = good.filter((line) => /^\s*[[{]/.test(line));
  if (documents.length * 2 > lines.length) return true;
  return lines.length > 1 && lines.filter((line) => LIKE_A_DOCUMENT.test(line)).length * 2 > lines.length;
}

/** A table of one column in quotes below its name: the name is a word or few, most of what follows is not. */
function isQuotedColumn(lines: readonly string[]): boolean {
  const isName = (line: string): boolean => /^"[A-Za-z_][\w -]*"\r?$/.test(line);
  const [first = '', ...others] = lines;
  if (others.length < 2 || !isName(first) || !others.every((line) => /^"(?:[^"\\]|"")*"\r?$/.test(line)))
    return false;
  return others.filter(isName).length * 2 < others.length;
}

/** Where the first bracketed value ends, or the text. */
function firstEnd(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/g)) {
    if (token === '{' || token === '[') depth++;
    else if ((token === '}' || token === ']') && --depth <= 0) return index + 1;
  }
  return text.length;
}
