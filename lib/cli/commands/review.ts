import { command } from '../options/command';
import { DATA, FIELD, TIME_LIMIT } from '../options/input-options';
import { text } from '../options/option';
import { wrong } from '../options/read-command-line';

/**
 * `review CASE --claim ID`: shows the records that a claim rests on, one at a time and masked, on a terminal only; keeps
 * where they stand and yes, no or planted, never a value.
 */
export const review = command({
  name: 'review',
  takes: 'CASE',
  most: 1,
  says: 'the records that a claim rests on, one by one and masked, on a terminal only; keeps where they stand and yes, no or planted',
  example: 'review wyze-2019 --claim ts-bone-density --data dump.ndjson.gz',
  options: {
    claim: text('ID', 'claim whose records are shown'),
    data: { ...DATA, says: 'the input, else that of the last run' },
    truth: text('FILE', 'the input is a synthetic world, and this its truth.json'),
    field: FIELD,
    reviewer: text('NAME', 'who reviews, else the name you are logged in by'),
    review: text('FILE', 'keeps the answers there instead of in the cache'),
    ...TIME_LIMIT,
  },
  act: async (given, session) => {
    const { claim } = given;
    if (claim === null) throw wrong('review needs a case and --claim ID');
    const [{ loadCaseFolder }, { reviewClaim }] = await Promise.all([
      import('../../cases/load-case-folder'),
      import('../review/review-claim'),
    ]);
    return reviewClaim(loadCaseFolder(given.names[0]), { ...given, claim }, session);
  },
});
