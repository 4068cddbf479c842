import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoriesIn } from '../contract/categories';
import { loadWatchedNames } from './load-watched-names';

test('names that are counted while reading are those of e-mail addresses and of every health category', () => {
  const { whole, end, goods } = loadWatchedNames();
  const categories = new Set([...whole.values()].map(({ category }) => category));
  assert.deepEqual([...categories].sort(), ['email', ...categoriesIn('health')].sort());
  assert.deepEqual(end.get('email'), { category: 'email', needsPerson: false });
  assert.deepEqual(whole.get('weight'), { category: 'weight', needsPerson: true });
  assert.deepEqual(whole.get('bodyweight'), { category: 'weight', needsPerson: false });
  assert.equal(end.get('weight'), undefined, 'no other word may stand before it');
  assert.ok(goods.includes('sku'));
});
