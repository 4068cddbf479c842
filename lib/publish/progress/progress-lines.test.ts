import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Known } from '../../contract/progress';
import { progressLines } from './progress-lines';

function screen(isTerminal: boolean) {
  const written: string[] = [];
  const clock = { at: 0 };
  const lines = progressLines({ write: (text) => written.push(text), isTerminal, now: () => clock.at });
  return { written, clock, ...lines };
}

test('a step under two seconds prints nothing', () => {
  const { written, clock, onProgress, end } = screen(true);
  for (clock.at = 0; clock.at < 1900; clock.at += 100)
    onProgress({ step: 'read', done: clock.at, total: 2000, unit: 'bytes' });
  end();
  assert.deepEqual(written, []);
});

test('a longer step on a terminal shows bar, share, rate and time left, and clears itself', () => {
  const { written, clock, onProgress, end } = screen(true);
  onProgress({ step: 'read', done: 0, total: 100e6, unit: 'bytes' });
  clock.at = 4000;
  onProgress({
    step: 'read',
    done: 25e6,
    total: 100e6,
    unit: 'bytes',
    known: { documents: 41000, unreadable: 0 },
  });
  end();
  assert.equal(
    written[0],
    '\r\u001b[KReading every document  ██████░░░░░░░░░░░░░░░░░░  25 %  6.3 MB a second  12 s left  41,000 documents',
  );
  assert.equal(written.at(-1), '\r\u001b[K');
});

test('elsewhere it prints a plain line every two seconds', () => {
  const { written, clock, onProgress } = screen(false);
  for (clock.at = 0; clock.at <= 10_000; clock.at += 500) {
    onProgress({ step: 'world', done: clock.at, total: 10_000, unit: 'people' });
  }
  assert.equal(written.length, 5);
  assert.equal(written[0], 'Making a synthetic world  20 %  1,000 people a second  8 s left\n');
});

test('of an input it says what is known so far in a line of 100 signs, small counts hidden', () => {
  const lineOf = (known: Known, how: { isTerminal: boolean; columns?: number }): string => {
    const written: string[] = [];
    const { onProgress } = progressLines({ write: (text) => written.push(text), now: () => at, ...how });
    let at = 0;
    onProgress({ step: 'read', done: 0, total: 1e9, unit: 'bytes' });
    at = 30_000;
    onProgress({ step: 'read', done: 25e7, total: 1e9, unit: 'bytes', known });
    return (written[0] as string).replace('\r\u001b[K', '').trimEnd();
  };
  const many: Known = {
    documents: 612_345,
    unreadable: 12,
    addresses: 512_345,
    health: { category: 'weight', documents: 41 },
  };
  assert.equal(
    lineOf(many, { isTerminal: false }),
    'Reading  25 %  612,345 documents  12 unreadable  at least 512,345 addresses  weight on 41 documents',
  );
  const some: Known = {
    ...many,
    unreadable: 0,
    addresses: 9,
    health: { category: 'body-fat', documents: 9 },
  };
  assert.equal(
    lineOf(some, { isTerminal: true }),
    'Reading  25 %  1 min 30 s left  612,345 documents  body fat on fewer than 10 documents',
  );
  assert.equal(
    lineOf(some, { isTerminal: true, columns: 60 }),
    '25 %  612,345 documents  body fat on fewer than 10 document',
  );
  for (const known of [many, some, { ...many, documents: 2e9, addresses: 1e9 }])
    for (const columns of [30, 80, 200])
      assert.ok(lineOf(known, { isTerminal: true, columns }).length <= Math.min(100, columns - 1));
});
