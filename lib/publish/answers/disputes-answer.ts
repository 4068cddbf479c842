import type { ResultClaim, ResultDisagreement, Results } from '../../contract/results';
import { isSynthetic } from '../../figures/is-synthetic';
import { verdictsFigure } from '../../figures/verdicts-figure';
import { OUTCOME_WORDS } from '../../words/names/draw-names';
import { partyWords } from '../../words/names/party-words';
import { claimWord } from '../../words/names/record-names';
import { DISPUTES_QUESTION, NO_CLAIMS } from '../../words/results/answer-words';
import { Answer } from '../notebook/answer';

/** Two parties on one subject. */
export interface DisputeRow {
  subject: string;
  /** The researcher, or whoever the case names first. */
  one: string;
  /** What they said, in the ledger's words; several claims one after the other. */
  oneSaid: string;
  /** Backed, Contradicted …; where claims end differently, each once. */
  oneVerdict: string;
  /** The vendor, or whoever the case names second. */
  other: string;
  otherSaid: string;
  otherVerdict: string;
  /** Who is borne out. */
  outcome: string;
  because: string;
}

/** Subjects on which two parties disagree. */
export function disputedSubjects({ disagreements }: Results): string[] {
  return [...new Set(disagreements.map(({ subject }) => subject))];
}

/**
 * What two parties said on each subject on which they disagree, side by side with the verdicts.
 *
 * @param subjects which, in this order; none: all
 */
export function disputesAnswer(results: Results, subjects: readonly string[] = []): Answer<DisputeRow> {
  const disagreements =
    subjects.length === 0
      ? results.disagreements
      : subjects.flatMap((subject) => results.disagreements.filter((pair) => pair.subject === subject));
  const asked = { ...results, disagreements };
  return new Answer({
    title: DISPUTES_QUESTION,
    rows: disagreements.map((pair) => rowOf(pair, results.claims)),
    columns: [
      ['subject', 'subject'],
      ['one', 'who'],
      ['oneSaid', 'said'],
      ['oneVerdict', 'verdict'],
      ['other', 'who'],
      ['otherSaid', 'said'],
      ['otherVerdict', 'verdict'],
    ],
    notes: results.claims.length === 0 ? [NO_CLAIMS] : [],
    figure: disagreements.length > 0 ? verdictsFigure(asked) : null,
    synthetic: isSynthetic(results),
  });
}

function rowOf(
  { subject, parties, claims: ids, outcome, because }: ResultDisagreement,
  claims: ResultClaim[],
): DisputeRow {
  const [one = '', other = ''] = parties.map(partyWords);
  const own = claims.filter(({ id }) => ids.includes(id));
  const by = (party: string) => own.filter((claim) => partyWords(claim.party) === party);
  const said = (party: string) =>
    by(party)
      .map((claim) => claim.said)
      .join(' ');
  const verdict = (party: string) => [...new Set(by(party).map((claim) => claimWord(claim)))].join(', ');
  return {
    subject,
    one,
    oneSaid: said(one),
    oneVerdict: verdict(one),
    other,
    otherSaid: said(other),
    otherVerdict: verdict(other),
    outcome: OUTCOME_WORDS[outcome],
    because,
  };
}
