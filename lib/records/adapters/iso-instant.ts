/** Whole days since 1970, and what is left of the day. */
function split(value: bigint, unit: bigint): [days: bigint, rest: bigint] {
  const rest = ((value % unit) + unit) % unit;
  return [(value - rest) / unit, rest];
}

/** A day as ISO 8601; far from today as the number of days since 1970. */
export function isoDate(days: bigint): string {
  const date = new Date(Number(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? `${days.toString()} d` : date.toISOString().replace(/T.*$/, '');
}

/** An instant in UTC as ISO 8601 with all its digits, from units of 10^-`digits` seconds since 1970. */
export function isoInstant(value: bigint, digits: number): string {
  const second = 10n ** BigInt(digits);
  const [days, rest] = split(value, 86_400n * second);
  const [seconds, fraction] = split(rest, second);
  const clock = new Date(Number(seconds) * 1000).toISOString().slice(11, 19);
  return `${isoDate(days)}T${clock}.${fraction.toString().padStart(digits, '0')}Z`;
}
