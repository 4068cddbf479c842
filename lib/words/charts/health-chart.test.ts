import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Count, ResultMeasure } from '../../contract/results';
import { healthLabel } from './health-chart';

const measure = (inFile: Count, nobodys: Count) =>
  ({
    inFile,
    value: null,
    unknowns: { unread: 0, nobodys, opaque: 0, inOpaque: 0 },
  }) as unknown as ResultMeasure;

test('a row of the health chart says none only where no document of anybody holds it', () => {
  assert.equal(healthLabel(measure(0, 0), false), 'none in this file');
  assert.equal(healthLabel(measure(0, 20_000), false), '20,000 documents of people unknown');
  assert.equal(healthLabel(measure(0, '<10'), false), 'fewer than 10 documents of people unknown');
  assert.equal(
    healthLabel(measure(7_000, 1), false),
    '7,000 in this file<br>and 1 document of people unknown',
  );
});
