import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCommandLine } from '../options/read-command-line';
import type { Session } from '../session';
import { plan } from './plan';
import { tempFolder } from '../../testing/temp-folder';

async function planned(...argv: string[]): Promise<string> {
  const printed: string[] = [];
  const session: Session = {
    onProgress: () => undefined,
    signal: new AbortController().signal,
    say: () => undefined,
    print: (text) => void printed.push(text),
  };
  assert.equal(await plan.act(readCommandLine(plan, ['wyze-2019', ...argv], []), session), 0);
  return printed.join('');
}

test('plan says what to ask for, how many people a draw needs, and how many documents of pages', async () => {
  const text = await planned();
  assert.match(text, /of 140 people one is seen, with a chance of 95 %, among 50,809 people drawn at random/);
  assert.match(text, /on 2 of 24,000: 18,634 pages, 1,863,400 documents/);
  assert.match(text, /First, ask Wyze: /);
  assert.match(text, /no sample does/i);
  assert.doesNotMatch(text, /undefined|NaN|null/);
});

test('--json prints the plan alone, and --out writes it as table, chart and page', async () => {
  const out = tempFolder('plan');
  const made = JSON.parse(await planned('--json', '--out', out)) as { rows: { see: number | null }[] };
  assert.ok(made.rows.some(({ see }) => see === 50_809));
  const read = (name: string) => readFileSync(join(out, 'plan', name), 'utf8');
  assert.deepEqual(JSON.parse(read('plan.json')), made);
  assert.match(read('plan.csv'), /^claim,party,.*\r\n/);
  assert.match(read('plan.csv'), /,50809,18634,1863400,/);
  const dots = (read('plan.svg').match(/class="dot"/g) ?? []).length;
  assert.ok(dots >= 6 && dots % 3 === 0, String(dots));
  assert.match(read('plan.html'), /50,809/);
  assert.doesNotMatch(read('plan.html'), /<script|https?:\/\/(?!www\.w3\.org)/);
});
