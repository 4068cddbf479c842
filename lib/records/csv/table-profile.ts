import { cellShape } from './cell-shape';

/** Share of a column's forms that two columns must have in common to be taken for the same one. */
const COMMON = 0.2;
/** From so many cells on, few different texts are states: of the same column at least one is met again. */
const MANY = 20;
const FEW = 10;
const LONGEST = 60;

/** What the cells of a column look like. */
interface ColumnProfile {
  cells: number;
  /** Forms of cells with the share of each: `Aa Aa`, `0-0-0`, `@`; none of a column of free texts. */
  forms: Map<string, number> | null;
  /** The texts of a column of few different words. */
  states: Set<string> | null;
}

/** What the columns of a table without names look like, in their order. */
export type TableProfile = ColumnProfile[];

/** Describes the columns of a table by its rows. */
export function profileOf(rows: readonly string[][], columns: number): TableProfile {
  return Array.from({ length: columns }, (_, i) => {
    const cells = rows.map((row) => row[i]?.trim() ?? '').filter((cell) => cell !== '' && cell !== '\\N');
    const forms = new Map<string, number>();
    for (const cell of cells) forms.set(formOf(cell), (forms.get(formOf(cell)) ?? 0) + 1 / cells.length);
    const texts = new Set(cells);
    const isFree = cells.length >= FEW && forms.size * 2 > cells.length;
    const areStates =
      cells.length >= MANY && texts.size <= FEW && [...texts].some((text) => /\p{L}/u.test(text));
    return { cells: cells.length, forms: isFree ? null : forms, states: areStates ? texts : null };
  });
}

/** Whether two tables without names may be parts of one: as wide, and each column looks as the other's. An empty one fits any. */
export function areAlike(one: TableProfile, other: TableProfile): boolean {
  return one.length === other.length && one.every((column, i) => isSame(column, other[i] ?? column));
}

function isSame(one: ColumnProfile, other: ColumnProfile): boolean {
  if (one.cells === 0 || other.cells === 0) return true;
  // Few cells show no free text.
  if (!one.forms || !other.forms) return one.forms === other.forms || Math.min(one.cells, other.cells) < FEW;
  const common = [...one.forms].reduce(
    (sum, [form, share]) => sum + Math.min(share, other.forms?.get(form) ?? 0),
    0,
  );
  if (common < COMMON) return false;
  const { states } = other;
  return !one.states || !states || [...one.states].some((text) => states.has(text));
}

/** The form of a cell: letters and digits as `a`, `A`, `Aa` and `0`; addresses, numbers and hashes by one sign. */
function formOf(cell: string): string {
  if (cellShape(cell) === 'value') {
    if (cell.includes('@')) return '@';
    if (/^[-+]?\d+$/.test(cell)) return '0';
    if (/^[0-9a-f-]{16,}$/i.test(cell)) return 'hex';
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(cell)) return 'url';
  }
  return cell
    .slice(0, LONGEST)
    .replace(/\p{Lu}\p{Ll}+/gu, 'B')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{Lu}{2,}/gu, 'A')
    .replace(/\d+/g, '0');
}
