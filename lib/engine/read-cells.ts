import { AnalysisError } from '../contract/errors';
import { Leaked } from '../contract/leaked';

/**
 * A cell that must be a number: counts, sums, averages, decimals, flags (0 or 1).
 *
 * @returns null for SQL's null
 * @throws INTERNAL for a whole number beyond 2^53 − 1 and for anything that is no number
 */
export function numberCell(cell: unknown): number | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return Number(cell);
  if (typeof cell === 'bigint' && Number.isSafeInteger(Number(cell))) return Number(cell);
  if (typeof cell === 'object' && 'toDouble' in cell && typeof cell.toDouble === 'function') {
    const value: unknown = (cell as { toDouble(): unknown }).toDouble();
    if (typeof value === 'number') return value;
  }
  throw new AnalysisError('INTERNAL', { place: 'engine: a cell is no safe number' });
}

/**
 * A cell that must be a text; it is sealed at once.
 *
 * @returns null for SQL's null
 * @throws INTERNAL for anything that is no text
 */
export function textCell(cell: unknown): Leaked | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return Leaked.seal(cell);
  throw new AnalysisError('INTERNAL', { place: 'engine: a cell is no text' });
}
