import type { Turns } from '../../contract/judgement';
import { testOf } from './reading-of';
import type { RanTest } from './run-tests';
import { isTooSmall, type Publicity, sayable } from './small-counts';

/**
 * The least that would turn over what some tests come to together.
 *
 * @param tests those that made the verdict: of a refuted claim one is enough, of a supported one all were needed
 * @returns null where none of them was decided
 */
export function turnsOf(tests: readonly RanTest[], publicity: Publicity): Turns | null {
  const tips = tests.flatMap((test) => {
    const found = testOf(test)?.tips();
    const count = test.counted?.count ?? 0;
    // Beside a count that is not said, what is missing to a known edge would say it.
    return found && !isTooSmall(count, publicity) ? [{ measure: test.measure, found: count, ...found }] : [];
  });
  if (tips.length === 0) return null;
  const least = (of: 'fewer' | 'more') => {
    const known = tips.flatMap(({ measure, found, [of]: count }) =>
      count === null ? [] : [{ measure, count, all: count === found }],
    );
    const [first] = known.sort((a, b) => a.count - b.count);
    return first ? { ...first, count: sayable(first.count, publicity) } : null;
  };
  return { fewer: least('fewer'), more: least('more') };
}
