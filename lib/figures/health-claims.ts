import type { Results } from '../contract/results';
import type { HealthClaim } from '../words/charts/health-chart';

/**
 * What the parties that disagree said of one number of people, each short form once; not what others retold. Where somebody
 * named a number, words without one ("some", "a small number") are left out: the number says more.
 *
 * @param measure id of what was counted
 */
export function healthClaims(
  { claims, disagreements }: Pick<Results, 'claims' | 'disagreements'>,
  measure: string,
): HealthClaim[] {
  const parties = new Set(disagreements.flatMap((each) => each.parties));
  const said = claims
    .filter(({ party, flags }) => parties.has(party) && !flags.includes('retelling'))
    .flatMap(({ party, tests }) =>
      tests.flatMap(({ measure: of, claimed }) => (of === measure && claimed ? [{ party, ...claimed }] : [])),
    );
  const different = [...new Map(said.map((claim) => [`${claim.party} ${claim.inShort}`, claim])).values()];
  const numbers = different.filter(({ inShort }) => /\d/.test(inShort));
  return numbers.length > 0 ? numbers : different;
}
