import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { nameEvidence } from './name-evidence';
import { nameIndex } from './name-index';
import { meetConditions, neighbours } from './neighbours';
import { parentPath, pathKeys } from './path-keys';
import { words } from '../cases/words';

const index = nameIndex(loadTaxonomy());
const says = (path: string) => [...new Set(nameEvidence(path, index).map(({ rule }) => rule.category))];

test('the keys and the parent of every form of path', () => {
  assert.deepEqual(pathKeys('devices[].mac'), ['devices', 'mac']);
  assert.deepEqual(pathKeys('["x.y"].z'), ['x.y', 'z']);
  assert.deepEqual(pathKeys('body«json».access_token'), ['body', 'access_token']);
  assert.deepEqual(pathKeys('a["q\\"]"][][]'), ['a', 'q"]']);
  assert.equal(parentPath('email'), '');
  assert.equal(parentPath('a.b[].c'), 'a.b[]');
  assert.equal(parentPath('a.b[][]'), 'a');
  assert.equal(parentPath('a["x.y"]'), 'a');
});

test('words of snake, kebab and camel case, of short forms and of other alphabets', () => {
  const { abbreviations } = index.taxonomy.words;
  assert.deepEqual(words('first_activation_ts', abbreviations), ['first', 'activation', 'timestamp']);
  assert.deepEqual(words('MACAddr2', abbreviations), ['mac', 'address']);
  assert.deepEqual(words('user-ID', abbreviations), ['user', 'id']);
  assert.deepEqual(words('Größe', abbreviations), ['grosse']);
  assert.deepEqual(words('手机', abbreviations), ['手机']);
  assert.deepEqual(words('42', abbreviations), []);
  assert.deepEqual(words('constructor', abbreviations), ['constructor']);
});

test('the leaf decides, the longest phrase wins, and a flag is about nothing', () => {
  assert.deepEqual(says('company.address.city'), ['city']);
  assert.deepEqual(says('mac_address'), ['mac-address']);
  assert.deepEqual(says('balance.currency'), []);
  assert.deepEqual(says('has_password'), []);
  assert.deepEqual(says('emails'), ['email']);
  assert.deepEqual(says('device.id'), ['device-id']);
  assert.deepEqual(says('useragent'), ['user-agent']);
  assert.deepEqual(says('{*}'), []);
});

test('a latitude needs a longitude beside it, and a weight needs a person and no goods', () => {
  const kept = (path: string, ...others: string[]) =>
    meetConditions(nameEvidence(path, index), neighbours([path, ...others], index)(path)).length > 0;
  assert.equal(kept('geo.lat', 'geo.lon'), true);
  assert.equal(kept('geo.lat', 'other.lon'), false);
  assert.equal(kept('weight', 'user_id'), true);
  assert.equal(kept('weight', 'colour'), false);
  assert.equal(kept('weight', 'user_id', 'price'), false);
  assert.equal(kept('items[].weight', 'user_id'), false);
  assert.equal(kept('body.weight', 'user_id'), true);
  assert.equal(kept('device'), false);
  assert.equal(kept('device', 'mac'), true);
});
