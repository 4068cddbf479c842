import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { taxonomyFolder } from './taxonomy-folder';
import { loadVocabulary } from './vocabulary';

const { knows, isPersonal } = loadVocabulary();

test('names of fields and tables are known in every spelling', () => {
  const names = [
    ...[
      'email',
      'firstName',
      'FIRST_NAME',
      'user-id',
      'userid',
      'createdat',
      'MACAddr2',
      '@timestamp',
      'bone_density',
    ],
    ...[
      'Kundennummer',
      'geburtsdatum',
      'Straße',
      'prénom',
      'contraseña',
      'nazwisko',
      'doğum_tarihi',
      'wp_usermeta',
    ],
    ...['logs-prod', 'sha256', 'x', 'address.line1', 'IBAN / BIC'],
  ];
  assert.deepEqual(
    names.filter((name) => !knows(name)),
    [],
  );
});

test('what people are called is not known, and neither are their numbers', () => {
  const people = ['maria.k', 'Anna Berg', 'jkowalski', 'zqxone', 'belavoss7125', 'user48213', 'karl_heinz'];
  assert.deepEqual(people.filter(knows), []);
});

test('a name of a person shows by given names, and by its look', () => {
  assert.deepEqual(
    ['maria.k', 'Anna Zqx', 'Zqxa Vrb', 'j.vrbovsky', 'mehmet_x'].filter(isPersonal).length,
    5,
  );
  assert.deepEqual(['email', 'qzv', 'vlx_a', 'fooBar', 'first.name'].filter(isPersonal), []);
});

test('most given names are no words of fields', () => {
  const rows = parse<{ names: string }>(readFileSync(join(taxonomyFolder(), 'given-names.csv')), {
    columns: true,
  });
  const names = rows.flatMap((row) => row.names.split(' '));
  const words = names.filter(knows);
  assert.ok(names.length > 700 && words.length < names.length / 50, words.join(' '));
});
