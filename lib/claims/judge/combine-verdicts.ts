import type { TestVerdict, Verdict } from '../../contract/results';

const decided = (verdict: Verdict) => verdict === 'supported' || verdict === 'refuted';

/** Tests of one definition, joined by *and*: one refuted refutes, all supported support, else the weakest counts. */
export function joinTests(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('refuted')) return 'refuted';
  if (verdicts.length > 0 && verdicts.every((verdict) => verdict === 'supported')) return 'supported';
  return verdicts.includes('undecided') && !verdicts.includes('not-testable') ? 'undecided' : 'not-testable';
}

/** What the readings of one wording come to: their common verdict, else not decided. */
export interface CombinedReadings {
  verdict: TestVerdict;
  /** At least one reading is decided and not all agree. */
  dependent: boolean;
}

/** Combines the verdicts of the readings that have a region. */
export function combineReadings(verdicts: readonly TestVerdict[]): CombinedReadings {
  const [first] = verdicts;
  if (first === undefined) return { verdict: 'not-testable', dependent: false };
  if (verdicts.every((verdict) => verdict === first)) return { verdict: first, dependent: false };
  return { verdict: 'undecided', dependent: verdicts.some(decided) };
}

/** Definitions of the thing claimed: where they end differently and one is decided, it depends what is meant. */
export function combineDefinitions(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (first === undefined) return 'not-testable';
  if (verdicts.every((verdict) => verdict === first)) return first;
  return verdicts.some(decided) ? 'disputed-definition' : 'undecided';
}
