import type { CsvColumn, CsvDialect, CsvTable } from './csv-dialect';
import { isHeader } from './find-header';
import { neutralNames } from './headerless-tables';
import { namedColumns } from './named-columns';
import type { Placed } from './place-records';
import { profileOf } from './table-profile';

/** The table that records at the beginning of a text belong to: where its body begins, and what its columns are called. */
export function describeTable(text: string, all: Placed[], dialect: CsvDialect, columns: number): CsvTable {
  const isComment = ({ cells, fits }: Placed): boolean =>
    !fits && dialect.comment !== null && cells[0]?.startsWith(dialect.comment) === true;
  const records = all.filter((record) => !isComment(record));
  const first = Math.max(
    0,
    records.findIndex((record, i) => startsBody(record, records[i + 1], columns)),
  );
  const head = records[first];
  const body = records.slice(first + 1).filter(({ fits }) => fits);
  // A header of several lines repeats itself, or stands again where files were joined.
  const firstLine = JSON.stringify(head?.cells);
  const rows = body
    .map(({ cells }) => cells)
    .filter((cells) => JSON.stringify(cells).replace('\ufeff', '') !== firstLine);
  const headed = head?.fits === true && isHeader(head.cells, rows);
  const before = records[first - 1];
  let names = headed ? head.cells : null;
  let mismatch = false;
  if (head && !headed && before && !head.blankBefore && before.cells.length > 1) {
    names = namesFor(before.cells, columns, [head.cells, ...rows]);
    mismatch = names === null && isHeader(before.cells, []);
  }
  const bodyAt = headed ? head.end : (head?.at ?? text.length);
  const headerLine = headed ? head : names ? before : undefined;
  return {
    dialect,
    columns: names ? namedColumns(names) : neutralColumns(columns),
    bodyAt,
    linesBefore: text.slice(0, bodyAt).split(dialect.lineEnd).length - 1,
    linesSkipped: all.filter(({ at }) => at < bodyAt).length - (headerLine ? 1 : 0),
    header: headerLine ? bytesOf(text, headerLine) : null,
    headerMismatch: mismatch,
    profile: names ? null : profileOf(head ? [head.cells, ...rows] : [], columns),
    group: null,
    table: null,
  };
}

/** The first record that fits, unless it is a title in a row of empty cells, and is no lonely line that happens to fit. */
function startsBody(record: Placed, next: Placed | undefined, columns: number): boolean {
  if (!record.fits) return false;
  if (!next) return true;
  if (columns > 2 && record.single && next.fits) return false;
  return next.fits || !record.single;
}

/** Names of a header line of another width than the table, where there is only one way to give them out. */
function namesFor(cells: string[], columns: number, rows: string[][]): string[] | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (cells.length > columns && filled.length === columns && isHeader(filled, [])) return filled;
  const lastIsEmpty = rows.every((row) => row.at(-1) === '');
  return cells.length === columns - 1 && lastIsEmpty && isHeader(cells, rows) ? [...cells, ''] : null;
}

function bytesOf(text: string, { at, end }: Placed): Buffer {
  return Buffer.from(text.slice(at, end).replace(/\r?\n$|\r$/, ''), 'latin1');
}

function neutralColumns(columns: number): CsvColumn[] {
  return neutralNames(columns).map((name) => ({ name, repeat: 1 }));
}
