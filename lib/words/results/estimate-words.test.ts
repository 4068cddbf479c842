import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResultMeasure } from '../../contract/results';
import { estimateWords } from './estimate-words';

const census = (unknowns: Partial<NonNullable<ResultMeasure['unknowns']>>, inFile = 140) =>
  estimateWords(
    {
      inFile,
      value: 140,
      low: 140,
      high: 142,
      level: 1,
      unit: 'people',
      refused: null,
      unknowns: { unread: 0, nobodys: 0, opaque: 0, inOpaque: 0, ...unknowns },
    } as unknown as ResultMeasure,
    { drawn: [] },
  );

test('what may lie beyond a count of everything is said with its reason', () => {
  assert.equal(
    census({ unread: 2 }),
    'That is 140 of all people, or up to 142 with what documents that could not be read may hold.',
  );
  assert.equal(
    census({ nobodys: '<10', opaque: 1 }),
    'That is 140 of all people, or up to 142 with what documents of people unknown and fields that nobody has looked at may hold.',
  );
  assert.equal(
    census({}, 142),
    'That is 140 of all people without the records that were looked at and rejected, and 142 with them.',
  );
  assert.equal(
    census({ unread: 1 }, 141),
    'That is 140 of all people without the records that were looked at and rejected, or up to 142 with what documents that could not be read may hold.',
  );
});
