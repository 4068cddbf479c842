import { command } from '../options/command';
import { ANSWERS, DATA, FIELD, JOIN, TIME_LIMIT } from '../options/input-options';
import { oneOf, text } from '../options/option';
import { wrong } from '../options/read-command-line';

/**
 * `review CASE`: shows paths by the shapes of their values, then the records that claims rest on, one at a time and masked, on a
 * terminal only; keeps answers and where they belong, never a value.
 */
export const review = command({
  name: 'review',
  takes: 'CASE',
  most: 1,
  says: 'fields that could hold what claims speak of, by shapes of their values, then the records that claims rest on, masked, on a terminal only; keeps answers and no value',
  example: 'review wyze-2019 --claim ts-bone-density --data dump.ndjson.gz',
  options: {
    claim: text('ID', 'only the records of this claim'),
    data: { ...DATA, says: 'the input, else that of the last run' },
    truth: text('FILE', 'the input is a synthetic world, and this its truth.json'),
    field: FIELD,
    join: JOIN,
    answers: oneOf('WHO', ['truth'] as const, ANSWERS),
    reviewer: text('NAME', 'who reviews, else the name you are logged in by'),
    review: text('FILE', 'keeps the answers there instead of in the cache'),
    ...TIME_LIMIT,
  },
  act: async (given, session) => {
    const { claim, answers } = given;
    if (given.names.length === 0) throw wrong('review needs a case');
    const [{ loadCaseFolder }, { reviewClaim }] = await Promise.all([
      import('../../cases/load-case-folder'),
      import('../review/review-claim'),
    ]);
    return reviewClaim(loadCaseFolder(given.names[0]), { ...given, claim, answers }, session);
  },
});
