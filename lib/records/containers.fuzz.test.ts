import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { RawPart } from './containers/raw-part';
import { FileRefused } from './containers/file-refused';
import { tarFixture, zipFixture } from './testing/archive-fixtures';
import { openFile } from './pass/open-file';
import { NIGHTLY } from '../testing/nightly';
import { CORPUS } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const ROUNDS = NIGHTLY ? 5000 : 500;
const root = tempFolder('fuzz-test');

const TEXT = Buffer.from(
  Array.from({ length: 400 }, (_, i) => {
    const token = createHash('md5').update(String(i)).digest('hex');
    return `{"id":${i},"mail":"p${i}@example.org","token":"SYNTHETIC-${token}"}\n`;
  }).join(''),
);
const zst = readFileSync(join(CORPUS, 'zst', 'ok.csv.zst'));
const ARCHIVES: Record<string, Buffer> = {
  gzip: gzipSync(TEXT),
  zstd: zst,
  zip: zipFixture([
    { name: 'a', data: TEXT },
    { name: 'b', data: TEXT.subarray(0, 9000) },
  ]),
  tar: gzipSync(tarFixture([{ name: 'a', data: TEXT }])),
};

/** Digest of all texts in a file, and whether anything was said to be wrong with it. */
async function readAll(bytes: Buffer): Promise<{ digest: string; noticed: boolean }> {
  const path = join(root, 'file');
  writeFileSync(path, bytes);
  const raw = new RawPart(path);
  const hash = createHash('sha256');
  let noticed = false;
  try {
    for await (const found of openFile(raw, null)) {
      if (found.is !== 'text') noticed = true;
      else {
        const view = Buffer.alloc(1 << 16);
        for (let n = await found.text.read(view); n > 0; n = await found.text.read(view))
          hash.update(view.subarray(0, n));
        noticed ||= found.text.damaged;
      }
    }
  } catch (fault) {
    if (!(fault instanceof FileRefused)) throw fault;
    noticed = true;
  } finally {
    raw.close();
  }
  return { digest: hash.digest('hex'), noticed };
}

/** A generator of numbers below a bound, the same for the same seed. */
function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

for (const [name, archive] of Object.entries(ARCHIVES)) {
  test(`of the single bits that are turned in a ${name} archive, at least 998 in 1,000 are noticed or change nothing`, async () => {
    const whole = await readAll(archive);
    assert.equal(whole.noticed, false);
    const draw = drawer(archive.length);
    let missed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = Buffer.from(archive);
      const at = draw(bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << draw(8));
      const { digest, noticed } = await readAll(bytes);
      if (!noticed && digest !== whole.digest) missed++;
    }
    assert.ok(missed <= ROUNDS * 0.002, `${missed} of ${ROUNDS} missed`);
  });

  test(`a ${name} archive that is cut or torn is noticed, and reading it ends`, async () => {
    const whole = await readAll(archive);
    const draw = drawer(7);
    for (let round = 0; round < ROUNDS / 10; round++) {
      const cut = await readAll(archive.subarray(0, 1 + draw(archive.length - 1)));
      assert.ok(cut.noticed, `cut, round ${round}`);
      const torn = Buffer.from(archive);
      torn.copy(torn, draw(torn.length), draw(torn.length), draw(torn.length));
      for (let i = 0; i < 5; i++) torn[draw(torn.length)] = draw(256);
      const { digest, noticed } = await readAll(torn);
      assert.ok(noticed || digest === whole.digest, `torn, round ${round}`);
    }
  });
}
