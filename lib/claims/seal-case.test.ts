import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validate } from '../contract/validate';
import { sealDigest } from '../contract/draw/seal';
import { sealCase } from './seal-case';

const ledger = 'a'.repeat(64);
const at = new Date('2019-12-26T10:00:00Z');

test('a seal is one hash over ledger, readings, level, stopping rule and the ranks of those drawn, in any order', () => {
  const seal = sealCase({ ledger }, { ranks: [30, 4, 200], at });
  validate('seal', seal);
  assert.equal(seal.sha256, sealDigest(seal));
  assert.deepEqual(sealCase({ ledger }, { ranks: [200, 30, 4], at }), seal);
  // printf '4\n30\n200\n' | sha256sum
  assert.deepEqual(seal.ranks, {
    count: 3,
    sha256: '5b86f02fc1b49cabee3f9aa305fdfccd372a63c2140f6a53fb5243ccfcd170d4',
  });
  const others = [
    sealCase({ ledger: 'b'.repeat(64) }, { ranks: [30, 4, 200], at }),
    sealCase({ ledger }, { ranks: [30, 4], at }),
    sealCase({ ledger }, { ranks: null, at }),
    sealCase({ ledger }, { ranks: [30, 4, 200], at: new Date('2019-12-27T10:00:00Z') }),
  ];
  assert.equal(new Set([seal, ...others].map(({ sha256 }) => sha256)).size, 5);
});
