const DIGITS: Record<number, number> = { 10: 1000, 13: 1, 16: 1 / 1000, 19: 1 / 1_000_000 };
/** Dates of records lie from the first of these to before the last; others are slips and fillers. */
export const [FIRST_DATE, LAST_DATE] = [Date.UTC(1990, 0), Date.UTC(2100, 0)];

/**
 * The instant that a written time means: an epoch in seconds, milli-, micro- or nanoseconds by its digits, or an ISO 8601
 * time; without a zone it is taken as UTC.
 *
 * @returns milliseconds since 1970 UTC; null where the text is no time, or one before 1990 or after 2099
 * @example instantOf('1577318400') // 1577318400000
 */
export function instantOf(text: string): number | null {
  const written = text.trim();
  const scale = /^\d+$/.test(written) ? DIGITS[written.length] : undefined;
  const instant = scale === undefined ? isoInstant(written) : Math.floor(Number(written) * scale);
  return instant !== null && instant >= FIRST_DATE && instant < LAST_DATE ? instant : null;
}

function isoInstant(text: string): number | null {
  const [, date, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i.exec(text) ?? [];
  if (date === undefined) return null;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const instant = Date.parse(`${date}T${time}${offset.toUpperCase()}`);
  return Number.isNaN(instant) ? null : instant;
}
