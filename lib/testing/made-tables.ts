import type { StorePath, ValueType } from '../contract/manifest';

/** A cell of an invented document: what JSON can hold. */
export type MadeValue = string | number | boolean | null | MadeValue[] | MadeDocument;

/** An invented document. */
export type MadeDocument = { [key: string]: MadeValue };

/** One column of an invented table: its inventory row, and its texts by row. */
export interface MadeColumn {
  entry: StorePath;
  texts: Map<string, string | null>;
}

/** A kind, or one array below it. Rows are `DOCUMENT` or `DOCUMENT ELEMENT`. */
export interface MadeTable {
  name: string;
  array: string | null;
  rows: Set<string>;
  columns: MadeColumn[];
}

/** Where a value stands. */
interface Place {
  table: MadeTable;
  row: string;
  document: number;
  path: string;
}

/**
 * Tables and inventory of one kind's documents, value by value: slow, and independent of the byte pass. For tests.
 *
 * @param first number of the first document
 */
export function madeTables(kind: string, documents: MadeDocument[], first: number): MadeTable[] {
  const tables: MadeTable[] = [];
  const tableOf = (name: string, array: string | null) => {
    const known = tables.find((table) => table.name === name);
    if (known) return known;
    const table = { name, array, rows: new Set<string>(), columns: [] };
    tables.push(table);
    return table;
  };
  const add = (value: MadeValue, place: Place): void => {
    const { document, path } = place;
    place.table.rows.add(place.row);
    if (Array.isArray(value) && value.length > 0) {
      const below = tableOf(`${kind}.${path.replace(/\W/g, '_')}`, `${path}[]`);
      value.forEach((each, i) =>
        add(each, { table: below, row: `${document} ${i}`, document, path: `${path}[]` }),
      );
    } else if (isFilledObject(value)) {
      for (const [key, each] of Object.entries(value)) add(each, { ...place, path: madePath(path, key) });
    } else put(value, place, columnOf(kind, place, tables));
  };
  const root = tableOf(kind, null);
  documents.forEach((each, i) =>
    add(each, { table: root, row: String(first + i), document: first + i, path: '' }),
  );
  return tables;
}

/** A key below a path, in brackets where it is no plain name. */
export function madePath(parent: string, key: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

function isFilledObject(value: MadeValue): value is MadeDocument {
  return (
    value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0
  );
}

function columnOf(kind: string, { table, path }: Place, tables: MadeTable[]): MadeColumn {
  const known = table.columns.find(({ entry }) => entry.path === path);
  if (known) return known;
  const column = `c${tables.reduce((sum, each) => sum + each.columns.length, 0)}`;
  const position = { part: 0, line: 1, byte: 0 };
  const counts = { present: 0, filled: 0, values: 0, filledValues: 0, distinct: 0, fold: 0, maxBytes: 0 };
  const where = { kind, path, table: table.name, column, typeColumn: null };
  const made = {
    entry: { ...where, ...counts, types: {}, first: position, last: position },
    texts: new Map<string, string | null>(),
  };
  table.columns.push(made);
  return made;
}

function put(value: MadeValue, { row, document }: Place, { entry, texts }: MadeColumn): void {
  const type: ValueType =
    value === null ? 'null' : Array.isArray(value) ? 'array' : (typeof value as ValueType);
  const text = value === null || typeof value === 'object' ? null : String(value);
  const filled = text !== null && text.trim() !== '';
  const before = [...texts].filter(([other]) => other.split(' ')[0] === String(document));
  entry.types[type] = (entry.types[type] ?? 0) + 1;
  entry.values++;
  if (before.length === 0) entry.present++;
  if (filled && !before.some(([, other]) => other !== null && other.trim() !== '')) entry.filled++;
  if (filled) entry.filledValues++;
  if (filled && ![...texts.values()].includes(text)) entry.distinct++;
  if (/[A-Z]/.test(text ?? '')) entry.fold |= 1;
  if (text !== null && /^[\0- ]|[\0- ]$/.test(text)) entry.fold |= 2;
  if (/[^\0-\x7f]/.test(text ?? '')) entry.fold |= 4;
  texts.set(row, text);
}
