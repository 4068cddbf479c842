import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../testing/temp-folder';
import type { MimeBundle } from './emit';
import { notebookProgress } from './notebook-progress';

type Sent = { text: unknown; id: string | undefined; update: boolean | undefined };

/** A module that looks like the kernel's, and what it was sent. */
function kernel(): Sent[] {
  const sent: Sent[] = [];
  const dist = join(tempFolder('kernel'), 'tslab', 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'jupyter.js'), 'exports.lastWriteDisplayData = null;');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the kit looks among loaded modules
  const loaded = require(join(dist, 'jupyter.js')) as { lastWriteDisplayData: unknown };
  loaded.lastWriteDisplayData = (
    { data, transient }: MimeBundle & { transient: { display_id?: string } },
    update?: boolean,
  ) => sent.push({ text: data['text/plain'], id: transient.display_id, update });
  return sent;
}

const clock = Date.now;
afterEach(() => {
  Date.now = clock;
});

test('in a notebook a long step is one output that is drawn again and empty at the end; a short one is none', () => {
  const sent = kernel();
  let at = 0;
  Date.now = () => at;
  const { onProgress, end } = notebookProgress();
  for (at = 0; at < 1900; at += 100) onProgress({ step: 'read', done: at, total: 2000, unit: 'bytes' });
  assert.equal(sent.length, 0);
  for (at = 2000; at <= 4000; at += 1000)
    onProgress({ step: 'read', done: at / 100, total: 100, unit: 'bytes' });
  end();
  assert.equal(new Set(sent.map(({ id }) => id)).size, 1);
  assert.ok(sent[0]?.id);
  assert.deepEqual(
    sent.map(({ update }) => update),
    [false, true, true, true],
  );
  assert.match(String(sent[0]?.text), /^Reading every document .* 20 %/);
  assert.equal(sent.at(-1)?.text, '');
});
