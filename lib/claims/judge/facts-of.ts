import { isShare, parseMeasureId } from '../../contract/measure-id';
import type { Counted } from '../../contract/evidence';
import type { Fact } from '../../contract/reasons';
import { attributeOf } from '../../measures/attributes/person-attributes';
import { peopleOf } from './draw-of';
import type { ReasonContext } from './reason-context';
import type { RanTest } from './run-tests';
import { isTooSmall, sayable } from './small-counts';

/** What is in the input, test by test; people by what they have only where every test counts such people. */
export function factsOf(tests: readonly RanTest[], context: ReasonContext): Fact[] {
  const { examined } = peopleOf(context.evidence);
  const holders = tests.flatMap(({ measure, counted }): Fact[] =>
    counted && counted.count !== null && attributeOf(measure) !== null && !isShare(measure)
      ? [
          {
            code: 'HOLDERS',
            measure,
            count: sayable(counted.count, context),
            examined,
            nobodys: sayable(nobodysOf(counted), context),
          },
        ]
      : [],
  );
  return holders.length === tests.length ? holders : tests.map((test) => otherFact(test, context));
}

/** Documents that hold the thing and whose person could not be told. */
function nobodysOf({ unknowns }: Counted): number {
  return unknowns?.nobodys.documents ?? 0;
}

function otherFact({ measure, counted }: RanTest, context: ReasonContext): Fact {
  if (!counted) return { code: 'NOT_COUNTED' };
  if (counted.count === null) {
    const documents = nobodysOf(counted);
    return documents === 0
      ? { code: 'NOT_COUNTED' }
      : { code: 'OWNERLESS', measure, documents: sayable(documents, context) };
  }
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
    return { code: 'SHARE', measure, set, count: said, outOf, share };
  }
  const untold = (upper.count ?? count) - count;
  const bounds = tooSmall(count, untold, outOf - count - untold)
    ? null
    : { untold, least: count / outOf, most: (count + untold) / outOf };
  return { code: 'SHARE_OF_ALL', set, count: said, outOf, bounds };
}
