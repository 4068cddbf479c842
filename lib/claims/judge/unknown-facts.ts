import type { UnknownFact } from '../../contract/reasons';
import type { UnknownPart } from '../../contract/unknowns';
import { testOf } from './reading-of';
import type { RanTest } from './run-tests';
import { type Publicity, sayable } from './small-counts';

/** The parts of the account that leave a test open, each with its size as it may be said. */
export function unknownFacts(test: RanTest, publicity: Publicity): UnknownFact[] {
  return (testOf(test)?.blocked ?? []).map((part) => ({ part, size: sizeOf(part, test, publicity) }));
}

function sizeOf(part: UnknownPart, { counted }: RanTest, publicity: Publicity): UnknownFact['size'] {
  const unknowns = counted?.unknowns;
  switch (part) {
    case 'NOT_LOOKED':
      return unknowns?.opaque.paths ?? 0;
    case 'UNREAD':
      return unknowns?.unread.documents ?? null;
    case 'NOBODYS':
      return sayable(unknowns?.nobodys.documents ?? 0, publicity);
    case 'NOT_WHOLE':
    case 'NOT_TOLD':
      return null;
  }
}
