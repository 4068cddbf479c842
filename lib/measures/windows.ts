import type { CaseFile, Probe } from '../contract/case';
import type { ResultWindow } from '../contract/results';
import { daysBetween, durationOf, localDay, possibleInstants, type Span } from './zone-time';

type Sighting = Span & { state: Probe['state']; by: string };

/**
 * Exposure windows of a case as interval-censored sets, from its probes alone: the server opened after it was created and
 * after it was last seen closed, and at the latest when it was first seen open; the end likewise. A date without a time
 * is the whole local day, so elapsed days are an interval; inclusive days count the calendar days touched.
 *
 * @returns instants in ISO 8601 UTC; days, to the hundredth; a window that nobody saw open is left out
 */
export function windows(caseFile: CaseFile): ResultWindow[] {
  const ids = [...new Set(caseFile.probes.map((probe) => probe.window))];
  return ids.flatMap((id) => {
    const probes = caseFile.probes.filter((probe) => probe.window === id);
    return (
      windowOf(
        id,
        probes.map((probe) => sighting(probe, caseFile)),
        caseFile.zone,
      ) ?? []
    );
  });
}

function sighting(probe: Probe, { zone, parties }: CaseFile): Sighting {
  const { from, to } = possibleInstants(probe.at, zone);
  const error = durationOf(probe.clockError);
  return { state: probe.state, by: parties[probe.by]?.name ?? probe.by, from: from - error, to: to + error };
}

function windowOf(id: string, sightings: Sighting[], zone: string): ResultWindow | null {
  const open = sightings.filter((each) => each.state === 'open');
  if (open.length === 0) return null;
  const firstOpen = Math.min(...open.map((each) => each.to));
  const lastOpen = Math.max(...open.map((each) => each.from));
  const surelyBefore = (each: Sighting) =>
    each.state === 'created' || each.to <= Math.min(...open.map((seen) => seen.from));
  const before = sightings.filter((each) => each.state !== 'open' && surelyBefore(each));
  const after = sightings.filter(
    (each) => each.state === 'closed' && !surelyBefore(each) && each.to > lastOpen,
  );
  const start = { from: latest(before), to: firstOpen };
  const end = { from: lastOpen, to: after.length === 0 ? null : Math.min(...after.map((each) => each.to)) };
  const bounded = start.from !== null && end.to !== null ? { from: start.from, to: end.to } : null;
  return {
    id,
    by: [...new Set(sightings.map((each) => each.by))],
    start: [iso(start.from), iso(start.to)],
    end: [iso(end.from), iso(end.to)],
    zone,
    elapsedDays: [
      Math.max(0, daysBetween(start.to, end.from)),
      bounded && daysBetween(bounded.from, bounded.to),
    ],
    inclusiveDays: [
      Math.max(1, touched(start.to, end.from, zone)),
      bounded && touched(bounded.from, bounded.to, zone),
    ],
    largestGapDays: largestGap(sightings),
  };
}

/** The server was not yet open at the earliest instant that the latest of these can mean. */
function latest(before: Sighting[]): number | null {
  return before.length === 0 ? null : Math.max(...before.map((each) => each.from));
}

function touched(from: number, to: number, zone: string): number {
  return localDay(to, zone) - localDay(from, zone) + 1;
}

/** Longest time between one probe and the next: within it nobody looked. null for a single probe. */
function largestGap(sightings: Sighting[]): number | null {
  const times = sightings.map((each) => each.from).sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, i) => daysBetween(times[i] ?? time, time));
  return gaps.length === 0 ? null : Math.max(...gaps);
}

function iso(instant: number): string;
function iso(instant: number | null): string | null;
function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
