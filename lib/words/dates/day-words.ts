/**
 * A day in words: "4 December 2019".
 *
 * @param at ISO 8601: a date, which is that date everywhere, or an instant
 * @param zone in which an instant is meant; defaults to the date that is written in it
 */
export function dayWords(at: string, zone?: string): string {
  const asWritten = zone === undefined || at.length === 10;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: asWritten ? 'UTC' : zone,
  }).format(new Date(asWritten ? at.slice(0, 10) : at));
}
