import type { Verdict } from '../../contract/results';
import { factClause } from './fact-clause';
import { followClause, type FollowContext, reasonOf } from './follow-clause';
import { asClause, asSentence } from '../../words/number-words';
import type { RanTest } from './run-tests';

/** Why a test, or several like it, ended as they did: first what is in this file, then what follows. One sentence. */
export function becauseOfTests(tests: readonly RanTest[], context: FollowContext): string {
  const alike = new Map<string, RanTest[]>();
  for (const test of tests) {
    const key = `${test.verdict} ${reasonOf(test)} ${test.verdict === 'undecided' && (test.counted?.count ?? 0) > 0 ? 'found' : ''}`;
    alike.set(key, [...(alike.get(key) ?? []), test]);
  }
  const clauses = [...alike.values()].map(
    (same) => `${factClause(same, context)}${followClause(same, context)}`,
  );
  return asSentence(clauses.map((clause, i) => (i === 0 ? clause : asClause(clause))).join('; '));
}

/** A definition of the thing claimed, with its tests and what they come to. */
export interface JudgedDefinition {
  tests: RanTest[];
  verdict: Verdict;
}

/** Why a claim ended as it did: the tests that decided it; under each definition where they, or their reasons, differ. */
export function becauseOfClaim(
  definitions: readonly JudgedDefinition[],
  verdict: Verdict,
  context: FollowContext,
): string {
  const [first] = definitions;
  if (!first) return 'Nothing was tested.';
  const depends = verdict === 'disputed-definition';
  if (!depends && !isOpenInSeveralWays(definitions)) return becauseOfTests(deciding(first), context);
  const words = definitions.map((definition) => {
    const tests = deciding(definition);
    const named = [...new Set(definition.tests.flatMap((test) => test.definition ?? []))].join(' and ');
    return `${named}, ${asClause(becauseOfTests(tests, context))}`;
  });
  const head = depends ? 'It depends what is meant' : 'Whichever is meant, the records do not decide it';
  return asSentence(`${head}: ${words.join('; ')}`);
}

/** Whether a claim is open under each of its definitions, and not for the same reason. */
export function isOpenInSeveralWays(definitions: readonly JudgedDefinition[]): boolean {
  if (definitions.some(({ verdict }) => verdict === 'supported' || verdict === 'refuted')) return false;
  const reasons = definitions.map((each) => [...new Set(deciding(each).map(reasonOf))].join());
  return new Set(reasons).size > 1;
}

/** The tests that made the verdict of a definition. */
export function deciding({ tests, verdict }: JudgedDefinition): RanTest[] {
  const like = tests.filter((test) => test.verdict === verdict);
  return like.length > 0 ? like : [...tests];
}
