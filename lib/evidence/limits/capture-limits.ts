import type { DesignLimits } from './design-limits';
import type { IndependentCaptures } from '../draw/proven-draw';
import { bySides } from './one-by-one-limits';
import { captureInterval, chapmanEstimate } from '../intervals/two-captures';

/** How many people there are in all, from two captures of which one is a proven random draw. */
export function captureLimits({ captures }: IndependentCaptures): DesignLimits {
  return {
    value: Math.round(chapmanEstimate(captures).estimate),
    method: 'two-captures',
    at: bySides((options) => captureInterval(captures, options), Infinity),
  };
}
