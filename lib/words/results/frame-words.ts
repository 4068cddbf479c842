import { formatNumber } from '../numbers/format-number';

/** Under a table that shows a part of a frame or of rows. */
export function partNote(shown: number, all: number, what: 'rows' | 'columns'): string {
  return `The first ${formatNumber(shown)} of ${formatNumber(all)} ${what}.`;
}

/** Under a frame in which values are missing. */
export function missingNote(missing: number): string {
  const values = missing === 1 ? '1 value is' : `${formatNumber(missing)} values are`;
  return `${values} missing (–); sums, means and counts leave them out.`;
}

/** For who cannot see a figure that somebody made of a bare specification. */
export function specificationAlt(title: string, types: readonly string[]): string {
  const kinds = [...new Set(types)].join(' and ');
  return `${title === '' ? 'A figure' : title} (${kinds || 'empty'}).`;
}

/** For groups of a frame, of which nothing is asked yet. */
export function groupsNote(groups: number, by: readonly string[]): string {
  const count = groups === 1 ? '1 group' : `${formatNumber(groups)} groups`;
  return `${count} by ${by.join(' and ')}; ask something of them: .col([…]).sum(), .mean(), .count(), or .agg({ … }).`;
}
