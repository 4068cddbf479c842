import type { Case } from '../../contract/case';
import type { ResultClaim, ResultQuestion } from '../../contract/results';

/** The case's questions of which at least one claim is not settled. */
export function openQuestions({ file }: Case, claims: readonly ResultClaim[]): ResultQuestion[] {
  const settled = new Set(
    claims.filter(({ verdict }) => verdict === 'supported' || verdict === 'refuted').map(({ id }) => id),
  );
  return (file.questions ?? [])
    .filter((row) => row.claims.some((id) => !settled.has(id)))
    .map((row) => ({ ...row, party: file.parties[row.party]?.name ?? row.party }));
}
