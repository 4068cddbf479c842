import type { Case } from '../../contract/case';
import type { ResultClaim, ResultQuestion } from '../../contract/results';
import { partyName } from '../wording/party-name';

/** The case's questions of which at least one claim is not settled; one that gets no verdict never is. */
export function openQuestions(
  { file }: Case,
  claims: readonly Pick<ResultClaim, 'id' | 'verdict'>[],
): ResultQuestion[] {
  const settled = new Set(
    claims.filter(({ verdict }) => verdict === 'supported' || verdict === 'refuted').map(({ id }) => id),
  );
  return (file.questions ?? [])
    .filter((row) => row.claims.some((id) => !settled.has(id)))
    .map((row) => ({ ...row, party: partyName(row.party, file) }));
}
