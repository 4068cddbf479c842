import type { ResultMeasure } from '../../contract/results';
import { stamped } from '../names/synthetic-stamp';
import { formatCount } from '../numbers/format-number';

/** A kind of health data and who has it. */
export interface HealthRow {
  label: string;
  measure: ResultMeasure;
}

/** Title of the chart of health data. */
export const HEALTH_TITLE = 'How many people have health data';

/** Its row for the whole group. */
export const ANY_HEALTH_DATA = 'any health data';

/**
 * What its axis counts.
 *
 * @param population people in all; null where that is not known
 */
export function healthAxis(estimated: boolean, population: number | null): string {
  if (!estimated) return 'People in this file';
  const all = population === null ? 'people' : formatCount(population);
  return `People among all ${all}<br>(dot: best estimate, line: limits)`;
}

/** Beside a dot: what is in the file, before it what follows for everybody; lines are broken at `<br>`. */
export function healthLabel(measure: ResultMeasure, estimated: boolean): string {
  const inFile = `${measure.inFile === 0 ? 'none' : formatCount(measure.inFile)} in this file`;
  if (!estimated || measure.value === null) return inFile;
  const exact = measure.low === measure.value && measure.high === measure.value;
  const limits = exact ? '' : ` (${formatCount(measure.low)} to ${formatCount(measure.high)})`;
  return `${formatCount(measure.value)}${limits}<br>${inFile}`;
}

/** The chart for those who cannot see it. */
export function healthAlt(rows: readonly HealthRow[], estimated: boolean, synthetic: boolean): string {
  const said = rows.map(
    ({ label, measure }) => `${label}: ${healthLabel(measure, estimated).replace('<br>', ', ')}`,
  );
  const start = estimated
    ? 'People with health data, best estimate for everybody and its limits'
    : 'People with health data';
  return stamped(`${start}. ${said.join('; ') || 'No health data were found'}.`, synthetic);
}
