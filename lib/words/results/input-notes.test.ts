import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERRORS } from '../../contract/errors';
import { inputNotes } from './input-notes';
import { summary } from '../../publish/summary';
import { exampleDocument, exampleInput } from '../../publish/testing/example-document';

test('what is missing, passed over, rejected and noticed is said with its counts', () => {
  const input = {
    ...exampleInput(null),
    status: 'partial' as const,
    skipped: 3,
    unread: { documents: 1203, files: 1, named: ['email', 'account-id'] },
    deleted: 1,
    actionLines: 1200,
    rejectCounts: { LINE_TOO_LONG: 3, ENCODING_UNKNOWN: 1 },
    warnings: ['STRAY_QUOTE', 'STRAY_QUOTE', 'PROOF_INVALID: a key ranks too high'],
  };
  const notes = inputNotes(input);
  assert.deepEqual(notes, [
    'Only a part of it could be read.',
    '1 file was left aside and may hold documents.',
    '1,203 documents could not be read; field names for e-mail addresses and account ids stand in what is left.',
    'Passed over, because they are no documents: 2.',
    'Deletions, which are not counted as documents: 1.',
    'Lines that only say what to do with the document after them: 1,200.',
    '3 not read: The line or document is longer than 16 MiB.',
    '1 not read: A file of it is neither UTF-8, UTF-16, latin-1 nor cp1252; it looks like another encoding.',
    ERRORS.STRAY_QUOTE.sentence,
    'The proof does not match: a key ranks too high.',
  ]);
  const lines = summary(exampleDocument({ inputs: [input] }))
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const note of notes) assert.ok(lines.includes(note), note);
});

test('what was not read is told with what is known of it', () => {
  const notes = (documents: number | null, named: string[] | null) =>
    inputNotes({ ...exampleInput(null), unread: { documents, files: 0, named } });
  assert.deepEqual(notes(1, []), ['1 document could not be read.']);
  assert.deepEqual(notes(8, null), [
    '8 documents could not be read; which fields were in them is not known.',
  ]);
  assert.deepEqual(notes(null, null), ['How many documents were lost is not known.']);
});

test('no sentence of the registry shows what only a message fills in', () => {
  for (const code of Object.keys(ERRORS)) {
    for (const status of ['partial', 'refused'] as const) {
      const notes = inputNotes({ ...exampleInput(null), status, code }).join(' ');
      assert.doesNotMatch(notes, /\{\w+\}|`…`/, code);
    }
  }
});

test('an input without a fault has nothing to say', () => {
  assert.deepEqual(inputNotes({ ...exampleInput(null), warnings: [], rejectCounts: {} }), []);
});

test('of an input that was not read it is said what can be done', () => {
  const refused = { ...exampleInput(null), warnings: [], status: 'refused' as const };
  const notes = inputNotes({ ...refused, code: null, rejectCounts: { LINE_TOO_LONG: 1, SYNTAX: 2 } });
  assert.deepEqual(notes, [
    'It was not read.',
    `1 not read: ${ERRORS.LINE_TOO_LONG.sentence}`,
    `2 not read: ${ERRORS.SYNTAX.sentence}`,
    ERRORS.LINE_TOO_LONG.todo,
  ]);
  const partial = inputNotes({
    ...refused,
    status: 'partial',
    code: null,
    rejectCounts: { LINE_TOO_LONG: 1 },
  });
  assert.ok(!partial.includes(ERRORS.LINE_TOO_LONG.todo));
});
