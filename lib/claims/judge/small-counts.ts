import { type Count, isSmall } from '../../contract/results';

/** Whether small counts may be said: those of a synthetic world are nobody's. */
export interface Publicity {
  synthetic: boolean;
}

/** Whether a count is too small to be said. */
export function isTooSmall(count: number, { synthetic }: Publicity): boolean {
  return !synthetic && isSmall(count);
}

/** A count as it may be said: 1 to 9 of a real input are `'<10'`. */
export function sayable(count: number, publicity: Publicity): Count {
  return isTooSmall(count, publicity) ? '<10' : count;
}
