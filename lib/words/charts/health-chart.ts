import type { ResultMeasure } from '../../contract/results';
import { partyWords } from '../names/party-words';
import { stamped } from '../names/synthetic-stamp';
import { formatCount } from '../numbers/format-number';
import { manyWords } from '../numbers/number-words';

/** A kind of health data and who has it. */
export interface HealthRow {
  label: string;
  measure: ResultMeasure;
  /** What parties said of it. */
  claims: readonly HealthClaim[];
}

/** What a party said of how many people have a kind of health data. */
export interface HealthClaim {
  party: string;
  /** "about 140", "a subset", "none". */
  inShort: string;
  /** What it allows: low ≤ people < high; null is no limit. */
  low: number | null;
  high: number | null;
}

/** Title of the chart of health data. */
export const HEALTH_TITLE = 'How many people have health data';

/** Its row for the whole group. */
export const ANY_HEALTH_DATA = 'any health data';

/**
 * What its axis counts.
 *
 * @param population people in all; null where that is not known
 * @param claimed numbers that a party named are drawn in
 */
export function healthAxis(estimated: boolean, population: number | null, claimed: boolean): string {
  const band = claimed ? 'pale: what was claimed' : '';
  if (!estimated) return `People in this file${band && `<br>(${band})`}`;
  const all = population === null ? 'people' : formatCount(population);
  return `People among all ${all}<br>(${['dot: best estimate, line: limits', band].filter(Boolean).join(';<br>')})`;
}

/** Beside a dot: what is in the file, before it what follows for everybody; lines are broken at `<br>`. */
export function healthLabel(measure: ResultMeasure, estimated: boolean): string {
  const inFile = inFileLabel(measure);
  if (!estimated || measure.value === null) return inFile;
  const exact = measure.low === measure.value && measure.high === measure.value;
  const limits = exact ? '' : ` (${formatCount(measure.low)} to ${formatCount(measure.high)})`;
  return `${formatCount(measure.value)}${limits}<br>${inFile}`;
}

/** Documents of people unknown stand beside the people; where there are only those, nobody is never called none. */
function inFileLabel({ inFile, unknowns }: ResultMeasure): string {
  const nobodys = unknowns?.nobodys ?? 0;
  if (nobodys === 0) return `${inFile === 0 ? 'none' : formatCount(inFile)} in this file`;
  const documents = `${manyWords(nobodys)} ${nobodys === 1 ? 'document' : 'documents'} of people unknown`;
  return inFile === 0 ? documents : `${formatCount(inFile)} in this file<br>and ${documents}`;
}

/** Below what was counted: a line for each claim, "Wyze: about 140". */
export function healthClaimLines(claims: readonly HealthClaim[]): string[] {
  return claims.map(({ party, inShort }) => `${partyWords(party)}: ${inShort}`);
}

/** The chart for those who cannot see it. */
export function healthAlt(rows: readonly HealthRow[], estimated: boolean, synthetic: boolean): string {
  const said = rows.map(({ label, measure, claims }) =>
    [
      `${label}: ${healthLabel(measure, estimated).replaceAll('<br>', ', ')}`,
      ...healthClaimLines(claims),
    ].join(', '),
  );
  const start = estimated
    ? 'People with health data, best estimate for everybody and its limits'
    : 'People with health data';
  return stamped(`${start}. ${said.join('; ') || 'No health data were found'}.`, synthetic);
}
