import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { findCase } from '../cases/find-case';
import { loadCase } from '../cases/load-case';
import { judgementInWords } from '../words/reasons/judgement-in-words';
import { judgePublic } from './judge-public';
import { notEmpty } from '../testing/not-empty';

const caseFolder = loadCase(findCase('wyze-2019', join(__dirname)).dir);
const said = judgementInWords(judgePublic(caseFolder));

test('the ledger holds the founding article claim by claim, and every claim that its rows point to', () => {
  const verge = caseFolder.claims.filter(({ party }) => party === 'the-verge');
  assert.equal(verge.length, 22);
  const ids = new Set(caseFolder.claims.map(({ id }) => id));
  for (const id of [
    'ts-tz-eastern-24pct',
    'ts-alexa-24000',
    'ts-emails-288m',
    'wyze-140-testers',
    'diachenko-record-count',
  ]) {
    assert.ok(ids.has(id), id);
  }
});

test('every claim outside the records says why, and what would settle it', () => {
  for (const row of notEmpty(said.claims.filter(({ basis }) => basis === 'outside'))) {
    assert.ok(row.because !== 'Records of the server do not show this.', row.id);
    assert.ok(row.wouldSettle !== null, row.id);
  }
});

test('the public record agrees with the calendar', () => {
  const findings = said.publicRecord.map(({ finding }) => finding);
  assert.equal(
    findings[0],
    'From 4 to 26 December 2019, named by Wyze, is 22 days, or 23 with the first and the last day both counted; this ' +
      'agrees with "three weeks" (The Verge), "22 days" (ZDNet) and "23 days" (ExtremeTech).',
  );
  for (const text of findings) assert.match(text, /^[A-Z].*[^.]\.$/);
});

test('said is reported speech that begins with the party', () => {
  for (const { id, said, party } of notEmpty(caseFolder.claims)) {
    assert.ok(said.startsWith(caseFolder.file.parties[party]?.name ?? '?'), id);
    assert.match(said, /[^.]\.$/, id);
  }
});
