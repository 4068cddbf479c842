import type {
  Count,
  PrivateResults,
  ResultClaim,
  ResultDisagreement,
  ResultMeasure,
} from '../contract/results';
import type { CellLedger } from './cell-ledger';
import type { HideOptions } from './hide-numbers';
import { hideNumbers, numbersIn } from './hide-numbers';
import { exactCount, measureCells } from './measure-cells';

/** Sentences about claims in which no hidden number stands. */
export function publishableClaims(
  results: PrivateResults,
  cells: CellLedger,
): { claims: ResultClaim[]; disagreements: ResultDisagreement[] } {
  const populations = results.drawn.flatMap((row) => row.population ?? []);
  const touched = new Map<string, HideOptions>();
  const claims = results.claims.map((claim) => {
    const measures = results.measures.filter((measure) =>
      claim.tests.some((test) => test.measure === measure.id),
    );
    const options = hidingFor(claim, measures, cells, populations);
    if (!options) return { ...claim, reviewed: review(claim.reviewed) };
    touched.set(claim.id, options);
    return {
      ...claim,
      because: hideNumbers(claim.because, options),
      wouldSettle: claim.wouldSettle === null ? null : hideNumbers(claim.wouldSettle, options),
      tests: claim.tests.map((test) => ({ ...test, because: hideNumbers(test.because, options) })),
      reviewed: review(claim.reviewed),
    };
  });
  const disagreements = results.disagreements.map((pair) => {
    const options = pair.claims.flatMap((id) => touched.get(id) ?? []);
    return {
      ...pair,
      because: options.reduce((sentence, each) => hideNumbers(sentence, each), pair.because),
    };
  });
  return { claims, disagreements };
}

/** null where no measure of the claim has a hidden number. */
function hidingFor(
  claim: ResultClaim,
  measures: ResultMeasure[],
  cells: CellLedger,
  populations: number[],
): HideOptions | null {
  const hidden = measures.filter((measure) => {
    const { count, outOf } = measureCells(measure);
    return (count !== null && cells.isHidden(count)) || (outOf !== null && cells.isHidden(outOf));
  });
  if (hidden.length === 0) return null;
  const examined = measures.flatMap(({ examined: count }) =>
    typeof count === 'number' && count > 9 ? [count] : [],
  );
  const small = hidden.flatMap((measure) => exactCount(measure) ?? []).filter((count) => count <= 9);
  const allowed = new Set([...numbersIn(claim.said), ...examined, ...populations, 0, 95]);
  for (const count of hidden) allowed.delete(exactCount(count) ?? -1);
  return { allowed, small: new Set(small) };
}

function review(reviewed: ResultClaim['reviewed']): ResultClaim['reviewed'] {
  const hide = (count: Count): Count =>
    typeof count === 'number' && count >= 1 && count <= 9 ? '<10' : count;
  if (reviewed === null) return null;
  const { by, confirmed, rejected, planted } = reviewed;
  return { by, confirmed: hide(confirmed), rejected: hide(rejected), planted: hide(planted) };
}
