import { cellShape } from './cell-shape';
import type { CsvTable } from './csv-dialect';
import { isHeader } from './find-header';
import { placeRecords, type Placed } from './place-records';
import { describeTable } from './describe-table';

/** Records that are looked at. */
const DEPTH = 20;

/**
 * Whether another table begins at a place of a text: records of another width that are alike, or a line that names columns
 * anew. Asked where blank lines or rows of a wrong width make one look.
 *
 * @param text from that place on, one byte a character, whole lines; a few kilobytes do
 * @param table the table so far
 * @param certain whether more text would change nothing; else a doubt counts as yes
 * @returns the new table, its places counted from the beginning of `text`; null where there is none
 */
export function nextTable(text: string, table: CsvTable, certain: boolean): CsvTable | null {
  const { dialect } = table;
  const records = placeRecords(text, 0, dialect, 0).slice(0, DEPTH);
  const after = records.findIndex((record, i) => i > 0 && record.blankBefore && isTitle(records[i - 1]));
  const own = untilBlank(after > 0 ? records.slice(after) : records);
  const columns = usualWidth(own);
  const alike = own.filter(({ cells }) => cells.length === columns);
  const doubtful = !certain && records.length < DEPTH;
  if (columns < 2 || (alike.length < 2 && !doubtful) || alike.length * 5 < own.length * 4) return null;
  if (columns === table.columns.length && !namesAnew(alike, doubtful)) return null;
  return describeTable(text, placeRecords(text, 0, dialect, columns), dialect, columns);
}

function isTitle(record: Placed | undefined): boolean {
  return record?.cells.length === 1;
}

function untilBlank(records: Placed[]): Placed[] {
  const end = records.findIndex(({ blankBefore }, i) => i > 0 && blankBefore);
  return end < 0 ? records : records.slice(0, end);
}

function usualWidth(records: Placed[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].filter(([width]) => width > 1).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Names without a doubt: every cell is a word, and they are a header above the records below. */
function namesAnew([first, ...rest]: Placed[], doubtful: boolean): boolean {
  if (!first?.cells.every((cell) => ['name', 'words'].includes(cellShape(cell)) && !/\d/.test(cell)))
    return false;
  return (
    (doubtful && rest.length === 0) ||
    (rest.length > 0 &&
      isHeader(
        first.cells,
        rest.map(({ cells }) => cells),
      ))
  );
}
