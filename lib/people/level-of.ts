import { measureEntry } from '../contract/measure-id';
import type { Level } from './normalise';

/** The level in the id of a people definition: 2 for `people.emails-l2`; ids without one count exact texts. */
export function levelOf(id: string): Level {
  return measureEntry(id)?.level ?? 0;
}
