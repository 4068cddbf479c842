import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findUpwards } from './find-upwards';
import { tempFolder } from '../../testing/temp-folder';

test('a path is looked for here, then above up to the root of the project, and no higher', () => {
  const root = tempFolder('upwards');
  const project = join(root, 'project');
  const notebooks = join(project, 'notebooks', 'deep');
  mkdirSync(notebooks, { recursive: true });
  for (const file of ['outside.csv', 'project/package.json', 'project/data.csv', 'project/notebooks/own.csv'])
    writeFileSync(join(root, file), '');
  assert.equal(findUpwards('data.csv', project), 'data.csv');
  assert.equal(findUpwards('data.csv', notebooks), join('..', '..', 'data.csv'));
  assert.equal(findUpwards('own.csv', notebooks), join('..', 'own.csv'));
  assert.equal(findUpwards('outside.csv', notebooks), 'outside.csv');
  assert.equal(findUpwards('nowhere.csv', notebooks), 'nowhere.csv');
  assert.equal(findUpwards(join(root, 'nowhere.csv'), notebooks), join(root, 'nowhere.csv'));
});
