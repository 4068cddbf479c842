import type { Case } from '../contract/case';
import { ranksDigest, type Seal, sealDigest } from '../contract/draw/seal';
import { LEDGER_ALPHA } from './judge/run-tests';
import { readingsDigest } from './wording/readings-digest';

/**
 * Seals a ledger, how its wordings are read, the level and the stopping rule, and who was drawn, before the records are
 * looked at.
 *
 * @param ranks of those drawn; null where nobody was
 */
export function sealCase(
  { ledger }: Pick<Case, 'ledger'>,
  { ranks, at }: { ranks: readonly number[] | null; at: Date },
): Seal {
  const parts = {
    schema: 'breachscope/seal@1',
    at: at.toISOString(),
    ledger,
    readings: readingsDigest(),
    alpha: LEDGER_ALPHA,
    stopping: 'all-drawn-once',
    ranks: ranks && ranksDigest(ranks),
  } as const;
  return { ...parts, sha256: sealDigest(parts) };
}
