import { meanOfTail } from '../randoms/heavy-tail';
import type { ActivityParameters, CountParameters } from './world-parameters';

/** Documents of a kind by person who could have some. */
export function meanOf({ active, further, most }: Omit<ActivityParameters, 'by'>): number {
  return active * (1 + meanOfTail(further, most - 1));
}

/** Documents of a kind by person, about; few where they are of roles. */
export function meanCount(count: CountParameters): number {
  return count.by === 'activity' ? meanOf(count) : 1;
}
