import { formatNumber } from '../numbers/format-number';
import type { ResultInput } from '../../contract/results';

/**
 * Words behind the number of documents that were read: of how many, where the input itself states it. What is in a file is not
 * what was on the server. Empty where nothing is stated.
 *
 * @example totalWords({ declaredTotal: { value: 10000, relation: 'gte' } }) // ' of at least 10,000 stated by the source'
 */
export function totalWords({ declaredTotal }: Pick<ResultInput, 'declaredTotal'>): string {
  if (!declaredTotal) return '';
  const least = declaredTotal.relation === 'gte' ? 'at least ' : '';
  return ` of ${least}${formatNumber(declaredTotal.value)} stated by the source`;
}
