import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesIn } from './addresses-in';
import { dressOf, type Dress } from './dress-of';

const found = (text: string) => addressesIn(text).map(({ address }) => address);

const [ANA, BO] = ['ana.li+x@example.org', 'bo@b\u00fccher.example.net'];

const CASES: [text: string, addresses: string[], dress: Dress][] = [
  [ANA, [ANA], 'plain'],
  [` ${ANA} `, [ANA], 'plain'],
  ['ana＠example.org', ['ana＠example.org'], 'plain'],
  [`${ANA}; ${BO}`, [ANA, BO], 'dressed'],
  [`${ANA},${BO}`, [ANA, BO], 'dressed'],
  [`${ANA} ${BO}`, [ANA, BO], 'dressed'],
  [`${ANA}\n${BO}`, [ANA, BO], 'dressed'],
  [`Ana Li <${ANA}>`, [ANA], 'dressed'],
  [`"Li, Ana" <${ANA}>, Bo <${BO}>`, [ANA, BO], 'dressed'],
  [`<${ANA}>`, [ANA], 'dressed'],
  [`mailto:${ANA}`, [ANA], 'dressed'],
  [`MAILTO:${ANA}?subject=Hello%20you`, [ANA], 'dressed'],
  [`${ANA} (Ana Li)`, [ANA], 'dressed'],
  [`a:2:{s:5:"email";s:20:"${ANA}";s:4:"city";s:3:"Ulm";}`, [ANA], 'held'],
  [`{\\"billing_email\\":\\"${ANA}\\"}`, [ANA], 'held'],
  [`id=7;email=${ANA};city=Ulm`, [ANA], 'held'],
  [`<user><e-mail>${ANA}</e-mail></user>`, [ANA], 'held'],
  [`Please write to ${ANA}.`, [ANA], 'mentioned'],
  [`${ANA} asked for ${BO} twice`, [ANA, BO], 'mentioned'],
  ['ftp://ana:secret@host.example.org/x', [], 'none'],
  ['git@host.example.org:kit/kit.git', [], 'none'],
  ['photo@2x.png', [], 'plain'],
  ['library@4.17.21', [], 'plain'],
  ['@ana and @bo', [], 'none'],
  ['ana@localhost', [], 'plain'],
  ['', [], 'none'],
];

test('addresses are found in every dress, and what only looks like one is not', () => {
  for (const [text, addresses, dress] of CASES) {
    assert.deepEqual(found(text), addresses, text);
    assert.equal(dressOf(text), dress, text);
  }
});

test('a long text of signs that begin an address takes no time', () => {
  const started = performance.now();
  for (const text of [
    '@'.repeat(50_000),
    'a.'.repeat(50_000),
    'a@b.'.repeat(10_000),
    '<'.repeat(50_000),
    `x://${'a@'.repeat(9000)}`,
  ])
    dressOf(text);
  assert.ok(performance.now() - started < 1500);
});
