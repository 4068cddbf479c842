import type { ResultClaim, Results } from '../../contract/results';
import { isSynthetic } from '../../figures/is-synthetic';
import { CLAIMS_QUESTION, claimsAbout, NO_CLAIMS } from '../../words/results/answer-words';
import { partyWords } from '../../words/names/party-words';
import { claimWord } from '../../words/names/record-names';
import { Answer } from '../notebook/answer';

/** One claim and what became of it. */
export interface ClaimRow {
  id: string;
  party: string;
  /** In the ledger's words. */
  said: string;
  /** Backed, Contradicted, Not decided, Cannot say, or Depends what is meant; of a statement the badge: On record … */
  verdict: string;
  because: string;
  /** What evidence would settle it; null where it is decided or nothing would. */
  wouldSettle: string | null;
  subject: string;
  /** When it was said, ISO 8601. */
  date: string;
}

/**
 * One row per claim.
 *
 * @param subject only claims about it, as the claims name it; defaults to all
 */
export function claimsAnswer(results: Results, subject?: string): Answer<ClaimRow> {
  const claims = results.claims.filter((claim) => subject === undefined || claim.subject === subject);
  return new Answer({
    title: subject === undefined ? CLAIMS_QUESTION : claimsAbout(subject),
    rows: claims.map(claimRow),
    columns: [
      ['party', 'who'],
      ['said', 'what was said'],
      ['verdict', 'verdict'],
      ['because', 'because'],
      ['wouldSettle', 'what would settle it'],
    ],
    notes: results.claims.length === 0 ? [NO_CLAIMS] : [],
    synthetic: isSynthetic(results),
  });
}

/** A claim as a row, in the words of the page. */
export function claimRow(claim: ResultClaim): ClaimRow {
  const { id, said, because, wouldSettle, subject, date } = claim;
  const party = partyWords(claim.party);
  return { id, party, said, verdict: claimWord(claim), because, wouldSettle, subject, date };
}
