import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobodyApart } from './nobody-apart';

test('what is there instead of a key is named, and one document gives no range', () => {
  assert.match(
    nobodyApart(['postal-code', 'city', 'date-of-birth'], 1200),
    /: dates of birth, post(?:al )?codes are there.* 1 to 1,200\.$/,
  );
  assert.equal(nobodyApart(['city'], 1), 'No recognised field tells people apart.');
});
