import { cellShape } from './cell-shape';
import type { CsvDialect } from './csv-dialect';
import { RecordReader } from './read-record';

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

/** Delimiters that are tried, and how much each is trusted: blanks and colons stand in many texts. */
const DELIMITERS: [delimiter: string, trust: number][] = [
  ...[',', ';', '\t'].map((delimiter): [string, number] => [delimiter, 1]),
  ['|', 0.98],
  ...['\u0001', '\u001f', '~', '^', '§', '¦', '¬'].map((delimiter): [string, number] => [
    latin1(delimiter),
    0.9,
  ]),
  ...['||', '::', ';;', '\t\t', '|~|', '~|~', '^|^', '@@', '##', '\\t', '<>'].map(
    (delimiter): [string, number] => [delimiter, 0.95],
  ),
  [':', 0.6],
  [' ', 0.5],
  ['#', 0.5],
];
/** Records of the opening that are looked at. */
const RECORDS = 400;
/** More lines than this in one record of the opening are an unclosed quote. */
const LINES = 30;
/** A delimiter must part at least this share of the records alike; one that stands in many texts nearly all. */
const LEAST_SHARE = 0.3;
const LEAST_SHARE_OF_DOUBTFUL = 0.8;
const DOUBTFUL = 0.6;

/** A dialect, the width of its table (1 where nothing parts the lines), and how well it fits. */
export interface ChosenDialect {
  dialect: CsvDialect;
  columns: number;
  score: number;
}

/**
 * The dialect that parts the most records into the same number of cells that look like cells.
 *
 * @param text the opening, one byte a character, ending with a line end
 */
export function chooseDialect(text: string, lineEnd: CsvDialect['lineEnd']): ChosenDialect {
  let best: ChosenDialect = {
    dialect: { delimiter: ',', quote: '"', escape: 'doubled', lineEnd, comment: null },
    columns: 1,
    score: 0,
  };
  for (const [delimiter, trust] of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    for (const quote of ['"', "'"] as const) {
      const dialect: CsvDialect = {
        delimiter,
        quote,
        escape: escapeOf(text, quote, delimiter),
        lineEnd,
        comment: null,
      };
      const fit = fitOf(text, dialect, trust);
      if (fit.score > best.score * 1.000001) best = { dialect, ...fit };
    }
  }
  return withBlank(text, doubledDelimiter(text, best));
}

/** A backslash escapes quotes where it stands before quotes inside cells more often than quotes are doubled there. */
function escapeOf(text: string, quote: string, delimiter: string): CsvDialect['escape'] {
  const sample = text.slice(0, 1 << 18);
  const inside = (pattern: string): number => {
    let count = 0;
    for (let at = sample.indexOf(pattern); at >= 0; at = sample.indexOf(pattern, at + pattern.length)) {
      const next = at + pattern.length;
      if (!sample.startsWith(delimiter, next) && sample[next] !== '\r' && sample[next] !== '\n') count++;
    }
    return count;
  };
  const backslashes = inside(`\\${quote}`);
  return backslashes > 0 && backslashes > inside(quote + quote) ? 'backslash' : 'doubled';
}

function fitOf(text: string, dialect: CsvDialect, trust: number): { columns: number; score: number } {
  const records = openingRecords(text, dialect);
  const counts = new Map<number, number>();
  for (const cells of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns = 1, same = 0] =
    [...counts].filter(([width]) => width > 1).sort(([, a], [, b]) => b - a)[0] ?? [];
  const share = same / records.length;
  const least = trust > DOUBTFUL ? LEAST_SHARE : LEAST_SHARE_OF_DOUBTFUL;
  if (same === 0 || share < least || (trust <= DOUBTFUL && records.length < 3))
    return { columns: 1, score: 0 };
  const cells = records.filter((record) => record.length === columns).flat();
  const clean = cells.reduce((sum, cell) => sum + cleanness(cell), 0) / cells.length;
  return { columns, score: trust * share * clean * (1 - 0.2 / columns) };
}

function openingRecords(text: string, dialect: CsvDialect): string[][] {
  const reader = new RecordReader(text, dialect, 0);
  const records: string[][] = [];
  for (let at = 0; at < text.length && records.length < RECORDS;) {
    const lineEnd = text.indexOf(dialect.lineEnd, at) + 1;
    let { cells, end } = reader.read(at);
    if (end > lineEnd && text.slice(at, end).split(dialect.lineEnd).length > LINES) {
      cells = text.slice(at, lineEnd).split(dialect.delimiter);
      end = lineEnd;
    }
    if (cells.length > 1 || cells[0] !== '') records.push(cells);
    at = end;
  }
  return records;
}

/** Quotes left at an edge and other delimiters inside say that the text was cut at the wrong places. */
function cleanness(cell: string): number {
  const shape = cellShape(cell);
  if (shape === 'value' || shape === 'name' || shape === 'code') return 1;
  if (shape === 'empty') return 0.9;
  if (/^["']|["']$/.test(cell.trim())) return 0.2;
  if (/[\t;|]|,\S/.test(cell)) return 0.5;
  return cell.length > 200 ? 0.6 : 0.9;
}

/** Where every second cell is empty, the delimiter stands twice. */
function doubledDelimiter(text: string, chosen: ChosenDialect): ChosenDialect {
  const { delimiter } = chosen.dialect;
  if (chosen.columns < 3 || chosen.columns % 2 === 0 || delimiter.length !== 1) return chosen;
  const records = openingRecords(text, chosen.dialect).filter(({ length }) => length === chosen.columns);
  if (!records.every((cells) => cells.every((cell, i) => i % 2 === 0 || cell === ''))) return chosen;
  const dialect = { ...chosen.dialect, delimiter: delimiter + delimiter };
  const fit = fitOf(text, dialect, 1);
  return fit.score > 0 ? { dialect, ...fit } : chosen;
}

/** Where a blank follows every delimiter, it belongs to it. */
function withBlank(text: string, chosen: ChosenDialect): ChosenDialect {
  const { delimiter } = chosen.dialect;
  if (chosen.columns < 2 || delimiter.length !== 1 || delimiter === ' ') return chosen;
  const dialect = { ...chosen.dialect, delimiter: `${delimiter} ` };
  const fit = fitOf(text, dialect, 1);
  if (fit.score === 0 || fit.columns < chosen.columns) return chosen;
  const cells = openingRecords(text, dialect).filter((record) => record.length === fit.columns);
  const plain = openingRecords(text, chosen.dialect).filter((record) => record.length === fit.columns);
  const quoted = { ...chosen.dialect, quote: null };
  const spaced = openingRecords(text, quoted).every((record) =>
    record.slice(1).every((cell) => cell.startsWith(' ')),
  );
  const all = cells.length >= plain.length && cells.length > 1;
  return all && (spaced || cells.length > plain.length) ? { dialect, ...fit } : chosen;
}
