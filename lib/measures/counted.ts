import type { Counted } from '../contract/evidence';

/** A count in the input; what is not given is null. */
export function count(
  id: string,
  title: string,
  unit: string,
  value: number,
  rest: Partial<Counted> = {},
): Counted {
  return { id, title, unit, of: null, under: null, count: value, outOf: null, drawnAs: null, ...rest };
}
