import type { Count } from '../../contract/results';

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const SIGNIFICANT = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** A number as people read it: 2400000 → "2,400,000", 0.0000583 → "0.0000583". */
export function formatNumber(value: number): string {
  return Number.isInteger(value) ? WHOLE.format(value) : SIGNIFICANT.format(value);
}

/**
 * A count of the published document in words: "fewer than 10" and "withheld" as such.
 *
 * @param none the words for null, defaults to "not known"
 */
export function formatCount(count: Count | null, none = 'not known'): string {
  if (count === null) return none;
  if (count === '<10') return 'fewer than 10';
  return count === 'withheld' ? 'withheld' : formatNumber(count);
}

/** A proportion in [0, 1] as a percentage with three significant digits: 0.0000583 → "0.00583 %". */
export function formatShare(share: Count | null, none = 'not known'): string {
  return typeof share === 'number'
    ? `${formatNumber(Number((share * 100).toPrecision(3)))} %`
    : formatCount(share, none);
}
