const DAY = 86_400_000;

/** A stretch of time between two instants, in milliseconds since 1970 UTC, both ends included. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The instants that a written time can mean: a date is the whole local day, a time without an offset is local.
 *
 * @param at ISO 8601 date or instant
 * @param zone IANA zone
 */
export function possibleInstants(at: string, zone: string): Span {
  const [date = '', time] = at.split(/[T ]/);
  if (time === undefined) return { from: localInstant(at, zone), to: localInstant(nextDate(date), zone) - 1 };
  const instant = /(Z|[+-]\d\d:?\d\d)$/i.test(time) ? Date.parse(at) : localInstant(at, zone);
  return { from: instant, to: instant };
}

/** Number of the local calendar day of an instant: days since 1970-01-01. */
export function localDay(instant: number, zone: string): number {
  return Math.floor((instant + offset(instant, zone)) / DAY);
}

/** Days between two instants, to the hundredth. */
export function daysBetween(from: number, to: number): number {
  return Math.round(((to - from) / DAY) * 100) / 100;
}

/**
 * Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds; 0 without one.
 *
 * @example durationOf('PT1H30M') // 5_400_000
 */
export function durationOf(text: string | undefined): number {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text ?? '');
  const [, days, hours, minutes, seconds] = (parts ?? []).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000;
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** The instant at which clocks of the zone show a local time. Twice, because the offset itself depends on the instant. */
function localInstant(local: string, zone: string): number {
  const shown = Date.parse(
    `${local.includes('T') ? local : local.replace(' ', 'T')}${local.length > 10 ? 'Z' : 'T00:00Z'}`,
  );
  const guess = shown - offset(shown, zone);
  return shown - offset(guess, zone);
}

/** When the clocks of a zone change: from an instant on they are so many milliseconds ahead of UTC. */
export interface ZoneOffset {
  since: number;
  ahead: number;
}

/**
 * Every change of a zone's clocks between two instants, the first of them at the first instant.
 *
 * @param from milliseconds since 1970 UTC
 */
export function zoneOffsets({ from, to }: Span, zone: string): ZoneOffset[] {
  const changes = [{ since: from, ahead: offset(from, zone) }];
  // Clocks stay for longer than two weeks.
  for (let at = from; at < to; at += 14 * DAY) {
    const next = Math.min(at + 14 * DAY, to);
    const ahead = offset(next, zone);
    if (ahead === offset(at, zone)) continue;
    let [before, since] = [at, next];
    while (since - before > 1) {
      const middle = Math.floor((before + since) / 2);
      if (offset(middle, zone) === ahead) since = middle;
      else before = middle;
    }
    changes.push({ since, ahead });
  }
  return changes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Milliseconds that local clocks are ahead of UTC. */
function offset(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
