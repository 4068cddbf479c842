import { isShare, parseMeasureId } from '../../contract/measure-id';
import type { Fact } from '../../contract/reasons';
import { attributeOf } from '../../measures/person-attributes';
import { peopleOf } from './draw-of';
import type { ReasonContext } from './reason-context';
import type { RanTest } from './run-tests';
import { isTooSmall, sayable } from './small-counts';

/** What is in the input, test by test; people by what they have only where every test counts such people. */
export function factsOf(tests: readonly RanTest[], context: ReasonContext): Fact[] {
  const { examined } = peopleOf(context.evidence);
  const holders = tests.flatMap(({ measure, counted }): Fact[] =>
    counted && attributeOf(measure) !== null && !isShare(measure)
      ? [{ code: 'HOLDERS', measure, count: sayable(counted.count ?? 0, context), examined }]
      : [],
  );
  return holders.length === tests.length ? holders : tests.map((test) => otherFact(test, context));
}

function otherFact({ measure, counted }: RanTest, context: ReasonContext): Fact {
  if (!counted || counted.count === null) return { code: 'NOT_COUNTED' };
  const { count, upper } = counted;
  const said = sayable(count, context);
  if (counted.unit !== 'share') return { code: 'THINGS', measure, count: said };
  const id = parseMeasureId(measure);
  const ofSet = id?.family === 'share.of' || id?.family === 'share.of-all';
  const set = (ofSet && context.file.measures[id.parameter]) || null;
  const outOf = counted.outOf ?? 0;
  const tooSmall = (...counts: number[]) => counts.some((each) => isTooSmall(each, context));
  if (!upper) {
    const share = outOf === 0 || tooSmall(count, outOf - count) ? null : count / outOf;
    return { code: 'SHARE', set, count: said, outOf, share };
  }
  const untold = (upper.count ?? count) - count;
  const bounds = tooSmall(count, untold, outOf - count - untold)
    ? null
    : { untold, least: count / outOf, most: (count + untold) / outOf };
  return { code: 'SHARE_OF_ALL', set, count: said, outOf, bounds };
}
