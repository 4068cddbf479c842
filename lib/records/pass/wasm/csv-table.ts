import { NO_BYTE, REPEAT_MARK } from './shared/limits';
import type { CsvColumn, CsvTable } from '../../csv/csv-dialect';
import { groupKey } from '../../csv/headerless-tables';
import { tableKey } from '../../csv/named-tables';
import { copyIntoWasm } from './copy-into-wasm';
import type { PassExports } from './pass-exports';

const BACKSLASH = '\\'.charCodeAt(0);

/** Sets the dialect of a table in a pass. */
export function setDialect(pass: PassExports, { dialect, columns }: CsvTable): void {
  const { delimiter, quote, escape, lineEnd } = dialect;
  const bytes = Buffer.alloc(8);
  bytes.write(delimiter, 'latin1');
  pass.setDialect(
    bytes.readBigUInt64LE(),
    delimiter.length,
    quote?.charCodeAt(0) ?? NO_BYTE,
    escape === 'backslash' ? BACKSLASH : NO_BYTE,
    lineEnd.charCodeAt(0),
    columns.length,
  );
}

/** Makes a table the one whose records a pass reads next. */
export function enterTable(pass: PassExports, table: CsvTable): void {
  setDialect(pass, table);
  pass.beginTable();
  for (const key of keysOf(table))
    copyIntoWasm(pass, Buffer.from(key), (p, length) => pass.listName(p, length));
  pass.enterTable();
  table.columns.forEach((column, i) => {
    copyIntoWasm(pass, nameOfColumn(column), (p, length) => pass.nameColumn(i, p, length));
  });
  const { header, dialect } = table;
  copyIntoWasm(pass, header ? Buffer.from(header) : Buffer.alloc(0), (p, length) =>
    pass.setHeader(p, length),
  );
  copyIntoWasm(pass, Buffer.from(dialect.comment ?? '', 'latin1'), (p, length) => pass.setComment(p, length));
}

function keysOf({ columns, group, table }: CsvTable): string[] {
  if (group !== null) return [groupKey(group, columns.length)];
  const names = columns.filter(({ repeat }) => repeat === 1).map(({ name }) => name);
  return table === null ? names : names.map((name) => tableKey(table, name));
}

/** A column's key in a pass. */
export function nameOfColumn({ name, repeat }: CsvColumn): Buffer {
  const number = repeat > 1 ? [Buffer.from([REPEAT_MARK]), Buffer.from(String(repeat))] : [];
  return Buffer.concat([Buffer.from(name), ...number]);
}
