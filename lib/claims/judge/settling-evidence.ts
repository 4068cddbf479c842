import type { Case, Claim } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { Verdict } from '../../contract/results';
import { parseMeasureId } from '../../contract/measure-id';
import { sampleSizeToDecide } from '../../evidence/verdict/sample-size-to-decide';
import { deciding, isOpenInSeveralWays, type JudgedDefinition } from './because';
import { isNone, isSome, reasonOf, regionOf } from './follow-clause';
import { peopleOf, unreadWords } from './drawn-words';
import { numberWords } from '../../words/number-words';
import type { RanTest, Reason } from './run-tests';

const EVERYTHING = "Everything on the server, with the server's own total of what it held";

/** What a draw lacks that says nothing of a measure. */
const MISSING: Partial<Record<Reason, string>> = {
  SIZE_BIASED: 'How many documents each person has in all, or a random draw of people with its proof',
  FEW_CLUSTERS: 'A draw of at least ten such groups, or of people one by one, with its proof',
  NO_FRAME: 'How many there are in all, from the server itself',
  NOT_TOLD: 'What the party that ran the server knows of the people of whom the records do not tell it',
  DEPENDENT_CAPTURES: "A copy that is a random draw with its proof, or the server's own total",
};

interface SettleContext {
  evidence: Evidence;
  case: Pick<Case, 'name'>;
}

/** What evidence would settle an open claim, in words; null where it is decided. */
export function settlingEvidence(
  claim: Claim,
  verdict: Verdict,
  definitions: readonly JudgedDefinition[],
  context: SettleContext,
): string | null {
  const tests = definitions.flatMap((definition) => definition.tests);
  if (verdict === 'supported' || verdict === 'refuted') return null;
  if (claim.wouldSettle !== undefined) return claim.wouldSettle;
  if (
    verdict === 'disputed-definition' &&
    tests.some(({ measure }) => parseMeasureId(measure)?.family === 'share.of-all')
  )
    return 'Of whom the share is meant to be, and what the party that ran the server knows of the people of whom the records do not tell it';
  if (verdict === 'disputed-definition')
    return "The field's own description, and the units of its values, from the party that filled it";
  if (!isOpenInSeveralWays(definitions)) return whatSettles(claim, firstOpen(tests, verdict), context);
  const each = definitions.map((definition) => {
    const open = firstOpen(deciding(definition), definition.verdict);
    return `${open?.definition}: ${lowered(whatSettles(claim, open, context))}`;
  });
  return raised(each.join('; '));
}

function firstOpen(tests: readonly RanTest[], verdict: Verdict): RanTest | undefined {
  return tests.find((test) => test.verdict === verdict) ?? tests[0];
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
const raised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What would settle a claim that one test leaves open. */
function whatSettles(
  claim: Claim,
  open: RanTest | undefined,
  { evidence, case: { name } }: SettleContext,
): string {
  const region = open && regionOf(open);
  if (!open || !region) return EVERYTHING;
  const reason = reasonOf(open);
  if (reason === 'NEEDS_REVIEW')
    return `Somebody who looks at the records that were found: npx --no breachscope review ${name} --claim ${claim.id}`;
  if (reason === 'CONVENIENCE') return 'A random draw of people with its proof, or everything on the server';
  const missing = MISSING[reason];
  if (missing !== undefined) return missing;
  return reason === 'NOT_DECIDED' ? drawThatSettles(claim, open, evidence) : EVERYTHING;
}

/** The random draw that would decide a number, where one can. */
function drawThatSettles(claim: Claim, test: RanTest, evidence: Evidence): string {
  const { population } = peopleOf(evidence);
  const region = regionOf(test);
  const value = claim.wording?.value;
  if (evidence.kind === 'census' && evidence.unread)
    return `A look into the ${unreadWords(evidence.unread).replace(/^one /, '')}${region && isNone(region) ? '' : ', and at each record that was found'}`;
  if (!region || isNone(region))
    return `${EVERYTHING}, to show that there is none. One confirmed record would show the opposite`;
  if (isSome(region))
    return `One confirmed record. To show that there is none takes everything on the server`;
  if (value === undefined || population === null) return EVERYTHING;
  const scale = test.counted?.unit === 'share' ? population : 1;
  const scaled = (limit: number | null) => (limit === null ? null : Math.round(limit * scale));
  const { people } = sampleSizeToDecide({
    region: { low: scaled(region.low), high: scaled(region.high) },
    claimed: Math.round(value * scale),
    population,
  });
  if (people === null) return EVERYTHING;
  return `A random draw of about ${numberWords(roundUp(people))} of the ${numberWords(population)} people, or everything on the server`;
}

/** Rounded up to two digits: planning is no more exact than that. */
function roundUp(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.ceil(people / unit) * unit;
}
