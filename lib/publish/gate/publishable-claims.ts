import type { PrivateResults, ResultClaim, ResultDisagreement, ResultMeasure } from '../../contract/results';
import { hideSmall } from '../../contract/results';
import type { SuppressionTable } from './suppression-table';
import type { HideOptions } from './hide-numbers';
import { hideNumbers, numbersIn } from './hide-numbers';
import { exactCount, measureCells } from './measure-cells';

/** Sentences about claims in which no hidden number stands. */
export function publishableClaims(
  results: PrivateResults,
  cells: SuppressionTable,
): { claims: ResultClaim[]; disagreements: ResultDisagreement[] } {
  const populations = results.drawn.flatMap((row) => row.population ?? []);
  const touched = new Map<string, HideOptions>();
  const claims = results.claims.map((claim) => {
    const measures = results.measures.filter((measure) =>
      claim.tests.some((test) => test.measure === measure.id),
    );
    const options = hidingFor(claim, measures, cells, populations);
    const tests = claim.tests.map((test) => ({ ...test, reviewed: review(test.reviewed) }));
    if (!options) return { ...claim, tests, reviewed: review(claim.reviewed) };
    touched.set(claim.id, options);
    return {
      ...claim,
      because: hideNumbers(claim.because, options),
      turnsOver: claim.turnsOver && hideNumbers(claim.turnsOver, options),
      tests: tests.map((test) => ({ ...test, because: hideNumbers(test.because, options) })),
      reviewed: review(claim.reviewed),
    };
  });
  const disagreements = results.disagreements.map((pair) => {
    const options = pair.claims.flatMap((id) => touched.get(id) ?? []);
    const said = results.claims.filter((claim) => pair.claims.includes(claim.id)).flatMap(publicNumbers);
    return options.length === 0
      ? pair
      : { ...pair, because: hideNumbers(pair.because, together(options, said)) };
  });
  return { claims, disagreements };
}

/** null where no measure of the claim has a hidden number. */
function hidingFor(
  claim: ResultClaim,
  measures: ResultMeasure[],
  cells: SuppressionTable,
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
  const shown = measures.filter((measure) => !hidden.includes(measure)).flatMap(shownNumbers);
  const allowed = new Set([...publicNumbers(claim), ...shown, ...examined, ...populations, 0, 95]);
  const secret = hidden.flatMap((measure) => exactCount(measure) ?? []);
  const complements = hidden.flatMap((measure) => {
    const [count, whole] = [exactCount(measure), measure.examined];
    return count !== null && typeof whole === 'number' && whole - count <= 9 ? [count] : [];
  });
  for (const count of secret) allowed.delete(count);
  return {
    allowed,
    small: new Set(secret.filter((count) => count <= 9)),
    nearlyAll: new Set(complements.filter((count) => count > 9)),
  };
}

/** Numbers of the public ledger: what the party said, and what its words are taken to mean. */
function publicNumbers(claim: ResultClaim): number[] {
  const taken = claim.tests.flatMap((test) => Object.values(test.taken).flatMap((words) => words ?? []));
  return [claim.said, ...taken].flatMap(numbersIn);
}

/** What a measure without a hidden number says, as the sentences round it. */
function shownNumbers(measure: ResultMeasure): number[] {
  const { inFile, value, low, high, numerator, unit } = measure;
  const numbers = [inFile, value, low, high, numerator].filter((count) => typeof count === 'number');
  return unit === 'share' ? numbers.map((n) => Number((n * 100).toFixed(1))).concat(numbers) : numbers;
}

/** What may stand in a sentence about several claims: what is public of any, and hidden in none. */
function together(options: HideOptions[], said: number[]): HideOptions {
  const union = (sets: Set<number>[]) => new Set(sets.flatMap((set) => [...set]));
  const small = union(options.map((each) => each.small));
  const nearlyAll = union(options.map((each) => each.nearlyAll));
  const allowed = new Set([...union(options.map((each) => each.allowed)), ...said]);
  for (const secret of [...small, ...nearlyAll]) allowed.delete(secret);
  return { allowed, small, nearlyAll };
}

function review(reviewed: ResultClaim['reviewed']): ResultClaim['reviewed'] {
  if (reviewed === null) return null;
  const { confirmed, rejected, planted, disagreed } = reviewed;
  return {
    ...reviewed,
    confirmed: hideSmall(confirmed),
    rejected: hideSmall(rejected),
    planted: hideSmall(planted),
    disagreed: hideSmall(disagreed),
  };
}
