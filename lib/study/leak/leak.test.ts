import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { inspect } from 'node:util';
import { refuses } from '../../testing/refuses';
import { WYZE } from '../../testing/repository';
import { tempCache } from '../../testing/temp-cache';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import { RECORD_WORD_MEANS } from '../../words/names/record-names';
import { PAGE_WORD } from '../../words/names/verdict-names';
import type { Leak } from './leak';
import { open } from './open';

tempCache('leak');
let leak: Leak;
before(async () => {
  leak = await open(`${WYZE}/sample`);
});

test('what was read adds up to the input, and what lay beside it is said', () => {
  const { rows, notes } = leak.read();
  const [input] = leak.results.inputs;
  const sum = (read: boolean) =>
    rows.filter((row) => row.read === read).reduce((all, { count }) => all + Number(count), 0);
  assert.equal(sum(true), input?.documents);
  assert.equal(sum(false), (input?.rejected ?? 0) + (input?.skipped ?? 0));
  for (const part of [SYNTHETIC_STAMP, 'truth.json', 'The proof agrees'])
    assert.ok(
      notes.some((note) => note.includes(part)),
      part,
    );
  assert.equal(inspect(leak), leak.read().text());
});

test('every answer made from a world says so, and shows itself', () => {
  const answers = [
    ...[leak.read(), leak.people(), leak.fields(), leak.with('health'), leak.with('email'), leak.disputed()],
    ...[leak.claims(), leak.disputes(), leak.claim('ts-bone-density')],
  ];
  for (const answer of answers) {
    assert.ok(answer.text().includes(SYNTHETIC_STAMP), answer.title);
    assert.ok(answer.html().includes(answer.title.slice(0, 20)), answer.title);
    assert.ok(answer.rows.length > 0 || answer.notes.length > 1, answer.title);
    if (answer.figure) assert.ok(JSON.stringify(answer.figure).includes(SYNTHETIC_STAMP), answer.title);
  }
});

test('health: the group, its categories, and what the parties said, drawn in', () => {
  const { rows, notes, figure } = leak.with('health');
  assert.equal(rows[0]?.id, 'any:health');
  assert.ok(rows.some(({ id }) => id === 'bone-density'));
  assert.ok(
    notes.some((note) => /about 140 external testers\. (Backed|Not decided|Contradicted)/.test(note)),
  );
  const drawn = JSON.stringify(figure);
  for (const words of ['Wyze: about 140', 'Twelve Security: a subset']) {
    assert.ok(drawn.includes(words), words);
    assert.ok(
      rows.some(({ claimed }) => claimed?.includes(words)),
      words,
    );
  }
  assert.equal(leak.with('e-mail address').rows[0]?.id, 'email');
  assert.equal(
    leak.with('contact').rows.some(({ id }) => id === 'email'),
    true,
  );
  refuses(
    () => leak.with('helth'),
    'NAME_UNKNOWN',
    /helth is none of the groups and categories .* nearest: health/,
  );
});

test('claims and disputes have the page words; a wrong name has the nearest', () => {
  const words = new Set([...Object.values(PAGE_WORD), ...Object.keys(RECORD_WORD_MEANS)]);
  assert.equal(leak.claims().rows.length, leak.results.claims.length);
  for (const { verdict } of leak.claims().rows) assert.ok(words.has(verdict), verdict);
  assert.ok(leak.claims('api tokens').rows.every(({ subject }) => subject === 'API tokens'));
  const [tokens, bones] = leak.disputes('API tokens', 'bone density').rows;
  assert.deepEqual([tokens?.subject, tokens?.one, tokens?.other], ['API tokens', 'Twelve Security', 'Wyze']);
  assert.match(bones?.otherSaid ?? '', /never collected bone density/);
  const one = leak.claim('wyze-140-testers');
  assert.deepEqual(
    [one.rows[0]?.taken, one.rows[0]?.meaning],
    ['133 to 146', 'taking everybody with body measurements for an external tester'],
  );
  refuses(() => leak.claim('ts-bone-densty'), 'NAME_UNKNOWN', /nearest: ts-bone-density/);
  refuses(() => leak.claims('bone'), 'NAME_UNKNOWN', /none of the subjects here; the nearest: bone/);
  refuses(() => leak.disputes('tokens'), 'NAME_UNKNOWN', /none of the disputed subjects here/);
});

test('the records can be asked; the same question has the same answer whatever was asked before', async () => {
  const first = await leak.groups('timezone');
  assert.ok(
    first.rows.length > 3 &&
      first.rows.every(({ people }) => typeof people === 'string' || Number(people) >= 10),
  );
  assert.ok(first.rows.some((row) => row['timezone'] === 'America/New_York'));
  await Promise.all([leak.groups('timezone', 'device-model'), leak.groups('create_ts', { by: 'month' })]);
  assert.deepEqual((await leak.groups('timezone')).rows, first.rows);
});

test('the brief shows its summary and is a page that can be saved', () => {
  const page = leak.brief();
  assert.match(page.text(), /SYNTHETIC DATA/);
  assert.ok(page.html().startsWith('<pre'));
  assert.match(page.page, /^<!doctype html>/i);
});
