import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { Acceptance } from './acceptance';
import { hardBounds } from '../limits/hard-bounds';
import { provenDraw } from '../draw/proven-draw';
import { regionPValues } from './region-p-values';

/** A region of counts over the evidence. */
export function countAcceptance(region: Region, evidence: Evidence): Acceptance {
  const { least, most } = wholeRegion(region);
  const draw = provenDraw(evidence);
  const census = evidence.kind === 'census';
  const [none, some] = [most === 0, least === 1 && most === Infinity];
  return {
    most: evidence.examined,
    none,
    some,
    open: { above: most === Infinity, below: least === 0 },
    hard: (low, count) =>
      census ? { low, high: Number.isFinite(count) ? count : null } : hardBounds(low, count, evidence),
    inside: ({ low, high }) => low >= least && (high ?? Infinity) <= most,
    outside: ({ low, high }) => low > most || (high ?? Infinity) < least,
    tooLow: (low) => low < least,
    chances:
      draw?.kind === 'srs-people' || draw?.kind === 'srs-records'
        ? (low, count) => {
            const { examined, population } = draw;
            const limits = { least, most: Math.min(most, population) };
            const values = regionPValues({ count, countLow: low, examined, population }, limits);
            // However large a sample, it neither shows that nobody has a thing nor that somebody must.
            return { ...values, ...(none && { pSupport: 1 }), ...(some && { pRefute: 1 }) };
          }
        : null,
  };
}

/** A region of counts as whole numbers, both ends included. */
export function wholeRegion(region: Region): { least: number; most: number } {
  return {
    least: region.low === null ? 0 : Math.max(0, roundUp(region.low)),
    most: region.high === null ? Infinity : roundUp(region.high) - 1,
  };
}

/** The smallest whole number at or above x; an x within rounding of a whole number is that number. */
function roundUp(x: number): number {
  const nearest = Math.round(x);
  return Math.abs(x - nearest) <= 1e-9 * Math.max(1, Math.abs(x)) ? nearest : Math.ceil(x);
}
