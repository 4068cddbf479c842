import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import { missingNote, partNote } from '../../words/results/frame-words';
import { NOTHING } from '../tables/cell-text';
import type { Table } from '../tables/table';
import { isMadeUp } from './made-up';
import { isMissing } from './missing';

const MOST_ROWS = 20;
const MOST_COLUMNS = 30;
const LONGEST_TEXT = 300;
/** Above so many cells it is not counted how many are missing. */
const MOST_COUNTED = 5_000_000;

const GROUPED = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const SIGNIFICANT = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4, useGrouping: false });

/** A frame of danfojs-node or one column of it, as far as it is shown. */
export interface FrameLike {
  $isSeries: boolean;
  columns: readonly string[];
  index: ReadonlyArray<string | number>;
  values: readonly unknown[];
}

/** Whether a value is a frame or a column of danfojs-node, whichever copy of the package made it. */
export function isFrame(value: unknown): value is FrameLike {
  return typeof value === 'object' && value !== null && '$isSeries' in value && '$dtypes' in value;
}

/** Groups of a frame, of which nothing is asked yet. */
export interface GroupsLike {
  keyCol: readonly string[];
  ngroups: number;
}

/** Whether a value is what `groupby` gives. */
export function isGroups(value: unknown): value is GroupsLike {
  return typeof value === 'object' && value !== null && 'keyCol' in value && 'colDict' in value;
}

/** The rows of a frame, also of a single column. */
export function frameRows({ $isSeries, values }: FrameLike): ReadonlyArray<readonly unknown[]> {
  return $isSeries ? values.map((value) => [value]) : (values as ReadonlyArray<readonly unknown[]>);
}

/** A frame as a table of texts: its first rows and columns, labels of rows where they are words, and what to know beside it. */
export function frameTable(frame: FrameLike): { table: Table; notes: string[] } {
  const shown = frameRows({ ...pick(frame), values: frame.values.slice(0, MOST_ROWS) });
  const columns = frame.columns.slice(0, MOST_COLUMNS);
  const labels = frame.index.slice(0, MOST_ROWS);
  const labelled = labels.some((label) => typeof label === 'string');
  const head = columns.map((title, i) => ({ title, numeric: isNumeric(shown.map((row) => row[i])) }));
  const body = shown.map((row) => columns.map((_, i) => cell(row[i])));
  const missing = countMissing(frame);
  return {
    table: {
      columns: labelled ? [{ title: '', numeric: false }, ...head] : head,
      rows: labelled ? body.map((row, i) => [String(labels[i]), ...row]) : body,
    },
    notes: [
      ...(isMadeUp(frame) ? [`${SYNTHETIC_STAMP}.`] : []),
      ...(frame.values.length > MOST_ROWS ? [partNote(MOST_ROWS, frame.values.length, 'rows')] : []),
      ...(frame.columns.length > MOST_COLUMNS
        ? [partNote(MOST_COLUMNS, frame.columns.length, 'columns')]
        : []),
      ...(missing > 0 ? [missingNote(missing)] : []),
    ],
  };
}

const pick = ({ $isSeries, columns, index, values }: FrameLike) => ({ $isSeries, columns, index, values });

function countMissing(frame: FrameLike): number {
  if (frame.values.length * frame.columns.length > MOST_COUNTED) return 0;
  let missing = 0;
  for (const row of frame.values)
    for (const value of Array.isArray(row) ? row : [row]) if (isMissing(value)) missing++;
  return missing;
}

function isNumeric(values: readonly unknown[]): boolean {
  const there = values.filter((value) => !isMissing(value));
  return there.length > 0 && there.every((value) => typeof value === 'number');
}

/** Whole numbers below 10,000 stand without a comma, since many are years; parts have four significant digits. */
function cell(value: unknown): string {
  if (isMissing(value)) return NOTHING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') return shortened(String(value));
  if (Math.abs(value) >= 10_000) return GROUPED.format(value);
  return Number.isInteger(value) ? String(value) : SIGNIFICANT.format(value);
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
