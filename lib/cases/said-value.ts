import type { ClaimTest, Wording } from '../contract/case';
import { measureEntry } from '../contract/measure-id';

/** A wording with its number in the unit of what it is laid beside, or why its number cannot be read with certainty. */
export type SaidValue = { wording: Wording } | { rule: string };

const PER_CENT = /^(%|per ?cent|percentage)$/i;
const SHARE = /^(share|fraction|part of (1|one))$/i;
/** "2.4 million accounts": the number does not say how many by itself. */
const MULTIPLE =
  /\b(hundreds?|thousands?|millions?|billions?|trillions?|dozens?|k|m|mn|mln|bn|mio|tsd|mrd)\b/i;
const DAYS = /^(calendar )?days?$/i;

/**
 * Reads the number of a wording in the unit of its measures: 1 under `unit: "%"` is 0.01 of all, and under `unit: share` all.
 * A number that could be read in two ways is refused, since a verdict would rest on the wrong one.
 *
 * @param tests of the claim; one with a region of its own does not use the number
 * @returns the wording, the value of a share in [0, 1]; or the rule that it breaks, as a sentence without its full stop
 */
export function saidValue(wording: Wording, tests: readonly ClaimTest[]): SaidValue {
  const { value, unit = '' } = wording;
  if (value === undefined) return { wording };
  const units = new Set(
    tests.flatMap(({ measure, region }) => (region ? [] : (measureEntry(measure)?.unit ?? []))),
  );
  if (units.size === 0) return { wording };
  if (units.has('share')) {
    if (units.size > 1)
      return { rule: 'a share and a number cannot be tested by one wording: make it two claims' };
    return shareOf(wording, value, unit);
  }
  if (PER_CENT.test(unit) || SHARE.test(unit))
    return { rule: `${unit} is a part, and the measure is a number: take a measure that begins with share` };
  if (MULTIPLE.test(unit))
    return { rule: 'write the number out: value: 2400000, and not 2.4 with unit: million' };
  if (units.has('days') && !DAYS.test(unit))
    return { rule: 'the measure counts days: write the number in days, with unit: days' };
  if (!units.has('days') && !Number.isInteger(value))
    return { rule: 'write the number out: the measure counts whole ones' };
  return { wording };
}

function shareOf(wording: Wording, value: number, unit: string): SaidValue {
  if (PER_CENT.test(unit)) {
    if (value > 100) return { rule: 'no share is above 100 %' };
    return { wording: { ...wording, value: Number((value / 100).toPrecision(15)), unit: 'share' } };
  }
  if (!SHARE.test(unit))
    return { rule: 'say how the share is written: unit: "%" for 24, or unit: share for 0.24' };
  return value > 1 ? { rule: 'no share is above 1: write unit: "%" for a number of per cent' } : { wording };
}
