import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { AnalysisError } from '../contract/errors';
import type { Source } from '../contract/case';
import { readText } from './read-yaml';

const COLUMNS = ['id', 'publisher', 'date', 'url', 'read', 'confidence'] as const;

interface Row {
  record: string[];
  info: { lines: number };
}

/**
 * Reads `sources.csv`: a heading line and one source a line.
 *
 * @throws CASE_INVALID with file, line and column: a wrong heading, a missing cell, an id that stands there twice, a date or
 * address of another form
 */
export function readSources(path: string): Source[] {
  const file = basename(path);
  const fault = (line: number, column: number, rule: string) =>
    new AnalysisError('CASE_INVALID', { file, line, column, rule });
  const [heading, ...rows] = parseRows(readText(path), fault);
  if (heading?.record.join() !== COLUMNS.join())
    throw fault(1, 1, `the first line must be ${COLUMNS.join(',')}`);
  const seen = new Set<string>();
  return rows.map(({ record, info }) => {
    const cell = (name: (typeof COLUMNS)[number]) => record[COLUMNS.indexOf(name)] ?? '';
    const empty = record.findIndex((text) => text.trim() === '');
    if (empty >= 0)
      throw fault(info.lines, empty + 1, 'no cell may be empty (the column is the number of the cell)');
    if (seen.has(cell('id'))) throw fault(info.lines, 1, 'this id stands here twice');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(cell('date'))) throw fault(info.lines, 3, 'a date must be YYYY-MM-DD');
    if (!/^https?:\/\/\S+$/.test(cell('url'))) throw fault(info.lines, 4, 'an address must begin with http');
    seen.add(cell('id'));
    return Object.fromEntries(COLUMNS.map((name) => [name, cell(name)])) as unknown as Source;
  });
}

function parseRows(
  text: string,
  fault: (line: number, column: number, rule: string) => AnalysisError,
): Row[] {
  try {
    return parse(text, { info: true, bom: true }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = error as unknown as { lines?: number; index?: number };
    throw fault(
      where.lines ?? 1,
      (where.index ?? 0) + 1,
      `this is not CSV of ${COLUMNS.length} cells (${error.code})`,
    );
  }
}
