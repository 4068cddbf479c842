import type { ClaimReason } from '../../contract/judgement';
import type { ReasonOfTests } from '../../contract/reasons';
import { durationWords, lengthWords, spanWords } from '../dates/span-words';
import { listWords } from '../text/list-words';
import { asClause, asSentence } from '../text/sentence';
import { conclusionWords } from './conclusion-words';
import { definitionWords } from './definition-words';
import { factWords } from './fact-words';

/** Why tests ended as they did, in one sentence: what is in this file, then what follows. */
export function testsWords(reasons: readonly ReasonOfTests[]): string {
  const clauses = reasons.map(({ facts, conclusion }) => `${factWords(facts)}${conclusionWords(conclusion)}`);
  return asSentence(clauses.map((clause, i) => (i === 0 ? clause : asClause(clause))).join('; '));
}

/** Why a claim ended as it did, in a sentence or two. */
export function claimReasonWords(reason: ClaimReason): string {
  switch (reason.code) {
    case 'NOTHING_TESTED':
      return 'Nothing was tested.';
    case 'TESTED':
      return testsWords(reason.reasons);
    case 'BY_DEFINITION':
      return byDefinitionWords(reason);
    case 'OUTSIDE':
      return reason.why ?? 'Records of the server do not show this.';
    case 'NO_RECORDS':
      return 'No records were given, so nothing was tested.';
    case 'DATES':
      return datesWords(reason);
    case 'ONE_SOURCE':
      return 'Only one source used here reports this statement.';
    case 'ON_RECORD':
      return `That this was said is on record in ${reason.retold ? 'another source' : 'more than one source'}: ${listWords(reason.publishers)}.`;
  }
}

function byDefinitionWords({
  decided,
  definitions,
}: Extract<ClaimReason, { code: 'BY_DEFINITION' }>): string {
  const head = decided ? 'It depends what is meant' : 'Whichever is meant, the records do not decide it';
  const each = definitions.map(({ names, reasons }) => {
    const named = [...new Set(names.map(definitionWords))].join(' and ');
    return `${named}, ${asClause(testsWords(reasons))}`;
  });
  return asSentence(`${head}: ${each.join('; ')}`);
}

function datesWords({
  span,
  length,
  namedBy,
  said,
  agrees,
}: Extract<ClaimReason, { code: 'DATES' }>): string {
  const whose = namedBy === null ? '' : ` named by ${namedBy}`;
  return (
    `The dates${whose}, ${spanWords(span)}, make ${lengthWords(length)}: "${durationWords(said)}" ` +
    `${agrees ? 'agrees' : 'does not agree'} with them; whether the dates are right is another question.`
  );
}
