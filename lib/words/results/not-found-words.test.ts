import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResultMeasure } from '../../contract/results';
import { notFound } from './not-found-words';

const measure = (category: string, nobodys: number) =>
  ({
    id: `people.with:${category}`,
    unknowns: { unread: 0, nobodys, opaque: 0, inOpaque: 0 },
  }) as unknown as ResultMeasure;

test('documents of people unknown stand beside the people, and what nobody has is called absent only without any', () => {
  const rows = [
    { category: 'diagnosis', count: 12 },
    { category: 'weight', count: 0 },
    { category: 'height', count: 0 },
    { category: 'bmi', count: 3 },
  ];
  const measures = [
    measure('diagnosis', 20_000),
    measure('weight', 1),
    measure('height', 0),
    measure('bmi', 0),
  ];
  assert.deepEqual(notFound({ unit: 'people', rows }, measures), {
    ownerless: [
      'diagnosis: 20,000 more documents, and whose they are could not be told',
      'weight: one document, and whose it is could not be told',
    ],
    unseen: ['height'],
  });
});

test('where documents are counted, those of people unknown are no more than those', () => {
  const rows = [{ category: 'diagnosis', count: 20_000 }];
  assert.deepEqual(notFound({ unit: 'documents', rows }, [measure('diagnosis', 20_000)]), {
    ownerless: [],
    unseen: [],
  });
});
