import type { Level } from './normalise';

/** The level in the id of a people definition: 2 for `people.emails-l2`; ids without one count exact texts. */
export function levelOf(id: string): Level {
  const digit = /-l([123])$/.exec(id)?.[1];
  return digit === undefined ? 0 : (Number(digit) as Level);
}
