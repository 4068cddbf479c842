import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Results } from '../contract/results';
import { notEmpty } from '../testing/not-empty';
import { summary } from './summary';

const golden = JSON.parse(
  readFileSync(join(__dirname, '..', 'contract', 'golden', 'results.json'), 'utf8'),
) as Results;
const field = notEmpty(golden.fields)[0] as Results['fields'][number];
const measure = notEmpty(golden.measures)[0] as Results['measures'][number];

/** The summary of twelve people with a bone density, by these paths and what each may hold. */
function linesOf(paths: Record<string, string[]>): string {
  const fields = Object.entries(paths).map(([path, held]) => ({
    ...field,
    path,
    category: held[0] ?? '',
    definitions: held.length > 1 ? held.map((category) => ({ category, because: 'it may be' })) : [],
  }));
  const counted = { ...measure, id: 'people.with:bone-density', inFile: 12 };
  return summary({ ...golden, fields, measures: [counted] }).join('\n');
}

test('a count that rests on a disputed field alone says so, whichever meaning is the likelier', () => {
  const both = ['bone-mass', 'bone-density'];
  assert.match(linesOf({ bone: both }), /bone density: 12 people, if “bone” is taken for it$/m);
  assert.match(
    linesOf({ bone: both, mineral: both }),
    /12 people, if “bone” and “mineral” are taken for it$/m,
  );
  assert.match(linesOf({ bone: both, bone_density: ['bone-density'] }), /bone density: 12 people$/m);
});

test('what was not found is said of what was read', () => {
  const none = { ...measure, id: 'people.with:password', inFile: 0 };
  const text = summary({ ...golden, measures: [none] }).join('\n');
  assert.match(text, /not recognised in what was read: password$/m);
});
