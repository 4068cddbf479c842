import type { Unknowns } from '../contract/unknowns';

/** An account of which nothing is unknown, but for what a test says. */
export function madeUnknowns(
  change: { unread?: number | null; few?: boolean; nobodys?: number; opaque?: number } = {},
): Unknowns {
  const { unread = 0, few = false, nobodys = 0, opaque = 0 } = change;
  return {
    unread: { documents: unread, each: 1, named: 0, few },
    nobodys: { documents: nobodys, people: nobodys },
    opaque: { paths: opaque === 0 ? 0 : 1, units: opaque },
  };
}
