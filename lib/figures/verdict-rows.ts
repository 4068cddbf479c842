import type { ResultClaim, ResultDisagreement, Results, Verdict } from '../contract/results';
import { partyWords } from '../words/names/party-words';

/** What one input says of one claim; null where it gives no verdict. */
export type VerdictCell = Verdict | null;

/** What one party said on a disputed subject, and its verdicts, one per column. */
export interface VerdictRow {
  subject: string;
  party: string;
  /** First row of its subject. */
  first: boolean;
  cells: VerdictCell[];
}

/** The rows of the verdict table: claims of one party on one subject that end alike are one row. */
export function verdictRows({ disagreements, claims, worlds }: Results): VerdictRow[] {
  const cellsOf = (claim: ResultClaim): VerdictCell[] =>
    worlds.length > 0 ? worlds.map((world) => world.verdicts[claim.id] ?? null) : [claim.verdict];
  return disagreements.flatMap((pair) => {
    const rows = new Map<string, VerdictRow>();
    for (const claim of claimsOf(pair, claims)) {
      const row = {
        subject: pair.subject,
        party: partyWords(claim.party),
        first: rows.size === 0,
        cells: cellsOf(claim),
      };
      const key = [row.party, ...row.cells].join('|');
      if (!rows.has(key)) rows.set(key, row);
    }
    return [...rows.values()];
  });
}

/** The rows of subjects that the records decide, or could have decided, in some column; and the names of the others. */
export function decidable(rows: VerdictRow[]): { rows: VerdictRow[]; never: string[] } {
  const open = new Set(
    rows
      .filter((row) => row.cells.some((cell) => cell !== null && cell !== 'not-testable'))
      .map((row) => row.subject),
  );
  const never = [...new Set(rows.map((row) => row.subject))].filter((subject) => !open.has(subject));
  return { rows: rows.filter((row) => open.has(row.subject)), never };
}

/** The claims of a disagreement, in its order. */
function claimsOf(pair: ResultDisagreement, claims: ResultClaim[]): ResultClaim[] {
  return pair.claims.flatMap((id) => claims.filter((claim) => claim.id === id));
}
