import type { ResultMeasure } from '../../contract/results';

/**
 * A count of everything without what a review rejected or called planted: such a record is no find. The upper limit of
 * people stays, because a reviewer sees one record of each, and another of the same person may be genuine.
 *
 * @param row what `estimate` gave of a census; any other is returned as it is
 * @param rejected units whose record was rejected or planted, at most the count
 */
export function lessRejected(row: ResultMeasure, rejected: number): ResultMeasure {
  const { method, unit, value, low, high, inFile, numerator } = row;
  if (method !== 'census' || rejected === 0) return row;
  const share = unit === 'share';
  const of = share && typeof inFile === 'number' && inFile > 0 ? Number(numerator) / inFile : 1;
  const less = <Limit>(limit: Limit): Limit | number =>
    typeof limit === 'number' ? Math.max(0, limit - rejected / of) : limit;
  const isOfPeople = share || unit === 'people';
  return { ...row, value: less(value), low: less(low), high: isOfPeople ? high : less(high) };
}
