import type { DrawFacts } from '../../contract/draw/draw-facts';
import { sealDigest } from '../../contract/draw/seal';
import type { Evidence } from '../../contract/evidence';
import type { Proof } from '../../contract/truth';

/**
 * Whether the seal that a checked proof names is of this ledger, these readings and these people. A seal that is not says
 * nothing, and the draw stays as it was without.
 */
export function checkSeal({ seal }: Proof, facts: DrawFacts): Pick<Evidence, 'seal' | 'warnings'> {
  if (!seal) return { warnings: [] };
  const rule = brokenRule(seal, facts.sealed);
  return rule === null
    ? { seal: { sha256: seal.sha256, at: seal.at, people: seal.ranks !== null }, warnings: [] }
    : { warnings: [`SEAL_INVALID: ${rule}`] };
}

function brokenRule(seal: NonNullable<Proof['seal']>, sealed: DrawFacts['sealed']): string | null {
  if (sealDigest(seal) !== seal.sha256) return 'its hash is not that of its parts';
  if (!sealed) return 'no case was named, so its ledger is not here';
  if (seal.ledger !== sealed.ledger) return 'the ledger is not the one that was sealed';
  if (seal.readings !== sealed.readings) return 'wordings are read in another way than when it was made';
  if (seal.alpha !== sealed.alpha) return 'the level is not the one that was sealed';
  if (seal.ranks === null) return null;
  if (sealed.ranks === null) return 'it names people, and who was drawn here cannot be listed by rank';
  return seal.ranks.sha256 === sealed.ranks.sha256 && seal.ranks.count === sealed.ranks.count
    ? null
    : 'those who are here are not those whose ranks were sealed';
}
