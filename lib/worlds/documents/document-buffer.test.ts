import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DocumentBuffer } from './document-buffer';

const written = (value: number, decimals = 0): string => {
  const buffer = new DocumentBuffer();
  buffer.number(value, decimals);
  return buffer.bytes.toString('latin1', 0, buffer.at);
};

test('numbers are written digit by digit, with noughts within and a point before the last decimals', () => {
  for (const value of [0, 7, 10, 999_999_999, 1_000_000_000, 1_577_836_800_000, 1_000_000_007, 2 ** 53 - 1])
    assert.equal(written(value), String(value));
  for (const [value, decimals, text] of [
    [0, 1, '0.0'],
    [5, 2, '0.05'],
    [1765, 1, '176.5'],
    [250, 2, '2.50'],
    [1_000_000_000, 1, '100000000.0'],
    [12_345_678_901, 2, '123456789.01'],
    [5_000_000_000_123, 6, '5000000.000123'],
  ] as const)
    assert.equal(written(value, decimals), text);
});
