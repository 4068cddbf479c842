import type { Count } from '../contract/results';

/** Where a count is drawn: 9 for "fewer than 10", nothing for what is withheld or not there. */
export function drawnAt(count: Count | null): number {
  if (typeof count === 'number') return count;
  return count === '<10' ? 9 : 0;
}
