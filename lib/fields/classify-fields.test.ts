import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import type { FieldNotes } from '../contract/case';
import type { Field } from '../contract/field';
import { classifyFields } from './classify-fields';
import { LABELLED_TABLES } from './testing/labelled-columns';
import { madeStore } from '../testing/made-store';
import type { MadeDocument } from '../testing/made-tables';
import { madePath } from '../testing/made-tables';

const DOCUMENTS = 80;

async function fieldsOf(
  kinds: Record<string, MadeDocument[]>,
  ...rest: [notes?: FieldNotes | null, overrides?: { path: string; category: Field['category'] }[]]
): Promise<Field[]> {
  const store = await madeStore(kinds);
  try {
    return await classifyFields(store, loadTaxonomy(), rest[0] ?? null, rest[1]);
  } finally {
    store.close();
  }
}

function labelledDocuments(): Record<string, MadeDocument[]> {
  return Object.fromEntries(
    Object.entries(LABELLED_TABLES).map(([table, columns]) => [
      table,
      Array.from({ length: DOCUMENTS }, (_, i) => {
        const document: MadeDocument = {};
        for (const [name, , value] of columns) {
          const [outer, inner] = name.split('.') as [string, string?];
          if (inner === undefined) document[outer] = value(i);
          else document[outer] = { ...(document[outer] as object), [inner]: value(i) };
        }
        return document;
      }),
    ]),
  );
}

test('on the labelled columns, labels are right and silence is kept', async (t) => {
  const fields = await fieldsOf(labelledDocuments());
  let [right, said, labelled, sum, columns] = [0, 0, 0, 0, 0];
  const wrong: string[] = [];
  for (const [table, expected] of Object.entries(LABELLED_TABLES)) {
    for (const [name, category] of expected) {
      const field = fields.find(
        (each) => each.entry.kind === table && each.entry.path === pathOf(name),
      ) as Field;
      columns++;
      sum += field.confidence - (field.category === category ? 1 : 0);
      if (field.category !== 'unknown') said++;
      if (category !== 'unknown') labelled++;
      if (field.category === category && category !== 'unknown') right++;
      if (field.category !== category) {
        wrong.push(
          `${table}.${name}: ${field.category} ${field.confidence}, not ${category} (${field.why.join('; ')})`,
        );
      }
    }
  }
  t.diagnostic(
    `${columns} columns, ${labelled} with a category: precision ${right}/${said}, recall ${right}/${labelled}`,
  );
  t.diagnostic(`mean confidence less share of right answers: ${(sum / columns).toFixed(3)}`);
  for (const line of wrong) t.diagnostic(line);
  assert.ok(columns >= 150);
  assert.ok(right / said >= 0.97, `precision ${right}/${said}`);
  assert.ok(right / labelled >= 0.97, `recall ${right}/${labelled}`);
  assert.ok(Math.abs(sum / columns) <= 0.15, 'confidence is far from the share of right answers');
});

function pathOf(name: string): string {
  return name.split('.').reduce(madePath, '');
}

const PEOPLE = Array.from({ length: 40 }, (_, i) => ({
  user_id: `u${i}`,
  email: `canary${i}@example.org`,
  nickname: `nick${i}`,
}));

test('a note beats name and values, an override beats the note', async () => {
  const notes: FieldNotes = { fields: [{ path: '*.nickname', category: 'city', note: 'a joke' }] };
  const [, , noted] = await fieldsOf({ k0: PEOPLE }, notes);
  assert.equal(noted?.category, 'city');
  assert.equal(noted?.confidence, 1);
  assert.match(noted?.why.join('; ') ?? '', /notes say so: a joke/);
  const [, , overridden] = await fieldsOf({ k0: PEOPLE }, notes, [
    { path: 'nickname', category: 'free-text' },
  ]);
  assert.equal(overridden?.category, 'free-text');
  assert.deepEqual(overridden?.why, ['you said so']);
  assert.equal(overridden?.gdpr, 'personal');
});

test('a disputed meaning keeps all its definitions; the first is the category', async () => {
  const notes: FieldNotes = {
    fields: [
      {
        path: 'bone_mineral',
        definitions: [
          { category: 'bone-density', because: 'scans' },
          { category: 'bone-mass', because: 'scales' },
        ],
      },
    ],
  };
  const fields = await fieldsOf({ k0: [{ user_id: 'u', bone_mineral: 2.4, bmi: 22 }] }, notes);
  const field = fields.find((each) => each.entry.path === 'bone_mineral');
  assert.equal(field?.category, 'bone-density');
  assert.deepEqual(
    field?.definitions.map((each) => each.category),
    ['bone-density', 'bone-mass'],
  );
  assert.deepEqual(field?.alternatives, [{ category: 'bone-mass', confidence: 0.5 }]);
  assert.equal(field?.gdpr, 'special');
});

test('somebody else’s keys are told by their names, their parents and the notes', async () => {
  const fields = await fieldsOf(
    {
      k0: [
        {
          email: 'a@example.org',
          share_email: 'b@example.org',
          to: { email: 'c@example.org' },
          mail2: 'd@example.org',
        },
      ],
    },
    { fields: [{ path: 'mail2', whose: 'other' }] },
  );
  assert.deepEqual(
    fields.map((field) => [field.entry.path, field.whose]),
    [
      ['email', 'own'],
      ['share_email', 'other'],
      ['to.email', 'other'],
      ['mail2', 'other'],
    ],
  );
});

test('a path that is filled in a few late documents alone is looked up by itself', async () => {
  const documents: MadeDocument[] = Array.from({ length: 1000 }, (_, i) => ({
    user_id: `u${i}`,
    x: '',
  }));
  for (let i = 990; i < 1000; i++) documents[i] = { user_id: `u${i}`, x: `late${i}@example.org` };
  const fields = await fieldsOf({ k0: documents });
  assert.equal(fields[1]?.category, 'email');
});

test('values in arrays are looked at, and a device’s nickname is told from a person’s', async () => {
  const fields = await fieldsOf({
    k0: Array.from({ length: 30 }, (_, i) => ({
      email: `p${i}@example.org`,
      nickname: `p${i}`,
      devices: [{ nickname: 'Porch', mac: `02:00:00:00:00:0${i % 10}` }],
      tags: [`mail${i}@example.net`],
    })),
  });
  const category = (path: string) => fields.find((field) => field.entry.path === path)?.category;
  assert.equal(category('nickname'), 'username');
  assert.equal(category('devices[].nickname'), 'device-nickname');
  assert.equal(category('devices[].mac'), 'mac-address');
  assert.equal(category('tags[]'), 'email');
});

test('no reason holds a value or tells how many values there are', async () => {
  const fields = await fieldsOf(labelledDocuments());
  for (const { entry, why } of [...fields, ...(await fieldsOf({ k0: PEOPLE }))]) {
    assert.ok(why.length > 0, entry.path);
    assert.doesNotMatch(why.join(' ').replaceAll('since 1970', ''), /\d|@|canary|SYNTHETIC/, entry.path);
  }
});

test('the same documents give the same fields', async () => {
  assert.deepEqual(await fieldsOf(labelledDocuments()), await fieldsOf(labelledDocuments()));
});

test('a path without any filled value is labelled by its name, less surely', async () => {
  const [empty, nameless] = await fieldsOf({ k0: [{ password: null, zzz: null }] });
  assert.equal(empty?.category, 'password');
  assert.ok((empty?.confidence ?? 1) < 0.75);
  assert.equal(nameless?.category, 'unknown');
});
