import { isHeader } from '../csv/find-header';
import { readRow } from './read-row';

/** Rows as arrays whose names stand apart: before them in the same object, or in the first row. */
export interface RowsHead {
  names: string[];
  /** Byte of the text at which the first row begins. */
  at: number;
  /** One row a line, or rows in an array. */
  form: 'lines' | 'array';
}

const NAMES = ['meta', 'columns', 'fields', 'header', 'headers', 'names', 'cols', 'schema'];
const ROWS = ['data', 'rows', 'values', 'results', 'records'];
/** Lists beside rows that hold nobody's data. */
const ASIDE = ['index', 'primary_keys', 'statistics', 'query', 'filters', 'messages'];
/** Rows below a first one of names that are looked at. */
const DEPTH = 50;
/** What ClickHouse writes below the names. */
const TYPE =
  /^(?:(?:Nullable|LowCardinality|Array|Map|Tuple|Enum\d*|Decimal\d*|FixedString|DateTime(?:64)?)\(.*\)|U?Int\d+|Float\d+|String|Date(?:32)?|DateTime|UUID|Bool|IPv[46])$/;

/**
 * Tells rows as arrays with their names apart by the head of a text: `[names]` and a row on each line, an array of both, or an
 * object with the one and the other (ClickHouse, Datasette, Splunk, SQL of Elasticsearch).
 *
 * @param head decoded text from its first byte that is not blank
 * @param ended whether the text ends with it
 * @returns null where names and rows do not fit, or something else stands beside them
 */
export function rowsHead(head: Buffer, ended: boolean): RowsHead | null {
  const text = head.toString('latin1');
  if (text.startsWith('{')) return inObject(head, text, ended);
  if (/^\[\s*\[/.test(text)) return below(head, text.indexOf('[', 1), 'array');
  return /^\[\s*"/.test(text) ? below(head, 0, 'lines') : null;
}

/** The first row names the others. */
function below(head: Buffer, at: number, form: RowsHead['form']): RowsHead | null {
  const rows: { at: number; cells: unknown[] }[] = [];
  for (let from = at; rows.length < DEPTH;) {
    const row = readRow(head, from, head.length);
    if (!row) break;
    if (form === 'lines' && head.subarray(from, row.end).includes(10)) return null;
    const cells = valuesOf(head, from, row.end);
    if (!cells) break;
    rows.push({ at: from, cells });
    const gap = /^[\s,]*/.exec(head.toString('latin1', row.end, row.end + 200))?.[0] ?? '';
    if (form === 'lines' && !/^[ \t\r]*\n/.test(gap)) break;
    from = row.end + gap.length;
  }
  const [first, ...others] = rows;
  const names = first && namesIn(first.cells);
  if (!names || others.length < 2) return null;
  const body = isTypes(others[0]?.cells ?? []) ? others.slice(1) : others;
  const fitting = body.filter(({ cells }) => cells.length === names.length);
  if (body.length === 0 || fitting.length * 10 < body.length * 9) return null;
  const texts = fitting.map(({ cells }) =>
    cells.map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell))),
  );
  return isHeader(names, texts) ? { names, at: body[0]?.at ?? 0, form } : null;
}

function inObject(head: Buffer, text: string, ended: boolean): RowsHead | null {
  let names: string[] | null = null;
  let rows: number | null = null;
  let width = 0;
  const member = /\s*"((?:[^"\\]|\\.)*)"\s*:\s*/y;
  for (member.lastIndex = 1; ;) {
    const found = member.exec(text);
    if (!found) return null;
    const [, key = ''] = found;
    const from = member.lastIndex;
    if (ROWS.includes(key) && /^\[\s*\[/.test(text.slice(from, from + 100))) {
      if (rows !== null) return null;
      rows = text.indexOf('[', from + 1);
      const row = readRow(head, rows, head.length);
      width = row ? row.cells.length / 2 : 0;
      if (names) return names.length === width ? { names, at: rows, form: 'array' } : null;
    }
    const end = valueEnd(head, from);
    if (end === null || (end === head.length && !ended)) return null;
    const value = parsed(head.toString('utf8', from, end));
    if (NAMES.includes(key) && Array.isArray(value)) names = namesIn(value) ?? names;
    else if (!ROWS.includes(key) && !ASIDE.includes(key) && isData(value)) return null;
    if (names && rows !== null) return names.length === width ? { names, at: rows, form: 'array' } : null;
    const next = /\s*,/y;
    next.lastIndex = end;
    if (!next.test(text)) return null;
    member.lastIndex = next.lastIndex;
  }
}

/** Whether something else in the text than names and rows may hold data of somebody. @param text the members behind the rows */
export function holdsMore(text: string): boolean {
  const rest = text.trim().replace(/^,/, '').replace(/\}$/, '');
  const value = parsed(`{${rest}}`);
  if (typeof value !== 'object' || value === null) return rest.trim() !== '';
  return Object.entries(value).some(
    ([key, each]) => !NAMES.includes(key) && !ASIDE.includes(key) && isData(each),
  );
}

function isData(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => typeof each === 'object' && each !== null);
}

/** Where a value ends: behind its bracket or quote, or before the comma or bracket that follows it. */
function valueEnd(head: Buffer, from: number): number | null {
  const first = head[from];
  if (first === 91 || first === 123) return readRow(head, from, head.length)?.end ?? null;
  const plain = /^(?:"(?:[^"\\]|\\.)*"|[^,\]}\s]+)/.exec(head.toString('latin1', from));
  return plain ? from + plain[0].length : null;
}

function valuesOf(head: Buffer, from: number, to: number): unknown[] | null {
  const value = parsed(head.toString('utf8', from, to));
  return Array.isArray(value) ? value : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Different names: texts, or objects that have one. */
function namesIn(list: readonly unknown[]): string[] | null {
  const names = list.map((each) => {
    const { name, field, label } = (typeof each === 'object' && each !== null ? each : {}) as Record<
      string,
      unknown
    >;
    return typeof each === 'string' ? each : (name ?? field ?? label);
  });
  const isNames = names.every((name) => typeof name === 'string' && name !== '' && name.length <= 200);
  return isNames && names.length > 0 && new Set(names).size === names.length ? (names as string[]) : null;
}

function isTypes(cells: readonly unknown[]): boolean {
  return cells.length > 0 && cells.every((cell) => typeof cell === 'string' && TYPE.test(cell));
}
