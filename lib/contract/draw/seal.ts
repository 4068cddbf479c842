import { createHash } from 'node:crypto';

/**
 * What was fixed before a file was opened, with one hash to publish. Whoever has the seal can show that ledger, readings and
 * the list of who was drawn are those of that hash; when it was made, only its publication shows.
 */
export interface Seal {
  schema: 'breachscope/seal@1';
  /** ISO 8601, UTC. */
  at: string;
  /** Hex SHA-256 of `claims.yaml` and `case.yaml`. */
  ledger: string;
  /** Hex SHA-256 of what each wording is taken to mean. */
  readings: string;
  /** Chance of any wrong verdict over the ledger, at most. */
  alpha: number;
  /** When a look at the records ends. */
  stopping: 'all-drawn-once';
  /** Who was drawn: how many, and hex SHA-256 of their sorted ranks; null where nobody was. */
  ranks: { count: number; sha256: string } | null;
  /** Hex SHA-256 of all the above. */
  sha256: string;
}

/** A seal that a proof names and that was checked. */
export interface SealNamed {
  sha256: string;
  /** ISO 8601, UTC. */
  at: string;
  /** It names who was drawn. */
  people: boolean;
}

/** The hash of a seal's parts. */
export function sealDigest({ at, ledger, readings, alpha, stopping, ranks }: Omit<Seal, 'sha256'>): string {
  const parts = [at, ledger, readings, alpha, stopping, ranks?.count ?? '-', ranks?.sha256 ?? '-'];
  return createHash('sha256')
    .update(`breachscope/seal@1\n${parts.join('\n')}\n`)
    .digest('hex');
}

/** Ranks of those drawn as a seal names them: from them nobody can tell whose they are. */
export function ranksDigest(ranks: Iterable<number>): NonNullable<Seal['ranks']> {
  const sorted = Float64Array.from(ranks).sort();
  const hash = createHash('sha256');
  for (const rank of sorted) hash.update(`${rank}\n`);
  return { count: sorted.length, sha256: hash.digest('hex') };
}
