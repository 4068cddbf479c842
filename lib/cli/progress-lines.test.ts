import assert from 'node:assert/strict';
import { test } from 'node:test';
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
    known: { textBytes: 99e6, documents: 41000 },
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
