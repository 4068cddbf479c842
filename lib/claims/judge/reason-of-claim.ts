import type { ClaimReason } from '../../contract/judgement';
import type { Definition, ReasonOfTests } from '../../contract/reasons';
import type { Verdict } from '../../contract/results';
import { conclusionOf } from './conclusion-of';
import { factsOf } from './facts-of';
import { reasonOf } from './reading-of';
import type { ReasonContext } from './reason-context';
import type { RanTest } from './run-tests';

/** Why a test ended as it did, together with others that ended alike. */
export function reasonOfTests(
  [test, ...others]: readonly [RanTest, ...RanTest[]],
  context: ReasonContext,
): ReasonOfTests {
  return {
    facts: factsOf([test, ...others], context),
    conclusion: conclusionOf(test, others.length > 0, context),
  };
}

/** Why several tests ended as they did: those that ended alike are told together. */
function reasonsOf(tests: readonly RanTest[], context: ReasonContext): ReasonOfTests[] {
  const alike = new Map<string, [RanTest, ...RanTest[]]>();
  for (const test of tests) {
    const found = test.verdict === 'undecided' && (test.counted?.count ?? 0) > 0;
    const key = `${test.verdict} ${reasonOf(test)} ${found ? 'found' : ''}`;
    const same = alike.get(key);
    if (same) same.push(test);
    else alike.set(key, [test]);
  }
  return [...alike.values()].map((same) => reasonOfTests(same, context));
}

/** A definition of the thing claimed, with its tests and what they come to. */
export interface JudgedDefinition {
  tests: RanTest[];
  verdict: Verdict;
}

/** Why a claim ended as it did: the tests that decided it; under each definition where they, or their reasons, differ. */
export function reasonOfClaim(
  definitions: readonly JudgedDefinition[],
  verdict: Verdict,
  context: ReasonContext,
): ClaimReason {
  const [first] = definitions;
  if (!first) return { code: 'NOTHING_TESTED' };
  const decided = verdict === 'disputed-definition';
  if (!decided && !isOpenInSeveralWays(definitions))
    return { code: 'TESTED', names: statedOf(first), reasons: reasonsOf(deciding(first), context) };
  return {
    code: 'BY_DEFINITION',
    decided,
    definitions: definitions.map((definition) => ({
      names: definition.tests.flatMap((test) => test.definition ?? []),
      reasons: reasonsOf(deciding(definition), context),
    })),
  };
}

/** What the ledger says that the thing claimed is taken for, of the tests that decided. */
function statedOf(definition: JudgedDefinition): Definition[] {
  return deciding(definition).flatMap(({ definition: named }) => (named?.code === 'STATED' ? named : []));
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
