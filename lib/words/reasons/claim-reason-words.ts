import type { ClaimReason, DatesFit } from '../../contract/judgement';
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

const FITS: Record<DatesFit['fits'], string> = {
  both: 'fits both',
  neither: 'fits neither',
  elapsed: 'fits the first and not the second',
  inclusive: 'fits the second and not the first',
};
const FITS_ONE = { ...FITS, both: 'fits', neither: 'does not fit' };
const FITS_OTHERS: Record<DatesFit['fits'], string> = {
  both: 'fits',
  neither: 'does not fit',
  elapsed: 'fits in one way of counting',
  inclusive: 'fits in one way of counting',
};

const NOT_JUDGED = 'Its truth is not judged.';

/** Why a claim ended as it did, in a sentence or two. */
export function claimReasonWords(reason: ClaimReason): string {
  switch (reason.code) {
    case 'NOTHING_TESTED':
      return 'Nothing was tested.';
    case 'TESTED':
      return testedWords(reason);
    case 'BY_DEFINITION':
      return byDefinitionWords(reason);
    case 'OUTSIDE':
      return reason.why ?? 'Records of the server do not show this.';
    case 'NO_RECORDS':
      return 'No records were given, so nothing was tested.';
    case 'DATES':
      return datesWords(reason);
    case 'ON_RECORD':
      return onRecordWords(reason);
  }
}

/** What the ledger takes the thing claimed for stands first. */
function testedWords({ names, reasons }: Extract<ClaimReason, { code: 'TESTED' }>): string {
  if (names.length === 0) return testsWords(reasons);
  const named = [...new Set(names.map(definitionWords))].join(' and ');
  return asSentence(`${named}, ${asClause(testsWords(reasons))}`);
}

/** Whether it was said; whether it is so is another question. */
function onRecordWords({ retold, by, record, instead }: Extract<ClaimReason, { code: 'ON_RECORD' }>): string {
  const publishers = listWords(record.publishers);
  switch (record.code) {
    case 'own-words':
      return `The words of ${listWords(by)} are on record: ${publishers}. ${NOT_JUDGED}`;
    case 'several-sources':
      return `${retold ? 'Also reported' : 'Reported'} by ${publishers}, perhaps from one origin. ${NOT_JUDGED}`;
    case 'one-source':
      return `Of the sources used here, only ${publishers} reports that this was said. ${NOT_JUDGED}`;
    case 'other-words':
      return `It is not on record in these words. On record is: ${instead.join(' ')}`;
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

function datesWords({ said, own, others }: Extract<ClaimReason, { code: 'DATES' }>): string {
  const whose = own.namedBy === null ? 'its own dates' : `the dates that ${own.namedBy} named`;
  const ways = own.length.unit === 'minutes' ? FITS_ONE[own.fits] : FITS[own.fits];
  const words = [...new Set(others.map(({ fits }) => FITS_OTHERS[fits]))];
  const among = words.map((word) => {
    const named = others.filter(({ fits }) => FITS_OTHERS[fits] === word).map(({ namedBy }) => namedBy ?? '');
    return `${word} those of ${listWords(named)}`;
  });
  const beside = among.length > 0 ? `. Of other dates it ${listWords(among)}` : '';
  return asSentence(
    `by ${whose}, ${spanWords(own.span)}, it was ${lengthWords(own.length)}; ` +
      `${durationWords(said)} ${ways}${beside}. Whose dates are right is another question`,
  );
}
