import type { Count } from '../../contract/results';

/** A number as sentences say it: thousands with commas, round millions in words. */
export function numberWords(value: number): string {
  if (value >= 1e6 && value % 10_000 === 0) return `${value / 1e6} million`;
  const [whole = '', rest] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** A count as sentences say it where a hidden one may stand: "fewer than 10", "some". */
export function manyWords(count: Count): string {
  if (typeof count === 'number') return numberWords(count);
  return count === '<10' ? 'fewer than 10' : 'some';
}

/** A share in [0, 1] as sentences say it, in per cent with at most one decimal: "24.9 %". */
export function percentWords(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
