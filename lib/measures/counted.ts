import type { Counted } from '../contract/evidence';

/** A count in the input; what is not given is null. */
export function count(
  id: string,
  title: string,
  value: number,
  rest: Partial<Counted> & Pick<Counted, 'unit'>,
): Counted {
  return { id, title, of: null, under: null, count: value, outOf: null, drawnAs: null, ...rest };
}
