import type { Case } from '../../contract/case';
import type { ResultClaim, Results } from '../../contract/results';
import { partyWords } from '../../figures/party-words';
import { isSynthetic } from '../../figures/synthetic-stamp';
import { dayWords } from './window-words';

/** The parts of a case that a page names: all of them public. */
export type BriefCase = Pick<Case, 'claims'> & { file: Pick<Case['file'], 'title' | 'parties'> };

/** Everything a section of the brief is made from. */
export interface BriefContext {
  results: Results;
  case: BriefCase | null;
  synthetic: boolean;
}

/** Collects what the sections need. */
export function briefContext(results: Results, incident: BriefCase | null): BriefContext {
  return { results, case: incident, synthetic: isSynthetic(results) };
}

/** A party's name as the case gives it, else made from its id. */
export function partyName(context: BriefContext, party: string): string {
  return context.case?.file.parties[party]?.name ?? partyWords(party);
}

/** Who said it and when: "The Verge, 30 December 2019". */
export function saidBy(context: BriefContext, claim: ResultClaim): string {
  const date = context.case?.claims.find((candidate) => candidate.id === claim.id)?.date;
  const day = date !== undefined && /^\d{4}-\d{2}-\d{2}/.test(date) ? dayWords(date) : date;
  return [partyName(context, claim.party), day].filter(Boolean).join(', ');
}
