/** A date of year, month and perhaps day at the end, and the number of a rolled-over index behind it. */
const DATE = /[-_.]?(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?(?:-\d{6})?$/;

/**
 * The name of an Elasticsearch index without the date it ends with: daily and monthly indices are one kind.
 *
 * @example withoutDate('logs-2019.12.04') // 'logs'
 */
export function withoutDate(index: string): string {
  return index.replace(DATE, '') || index;
}
