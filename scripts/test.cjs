'use strict';
// Runs every compiled test with node's own runner; names of rooms narrow it: `npm test -- evidence claims`.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const dist = join(root, 'lib', 'dist');
const args = process.argv.slice(2);
const rooms = args.filter((arg) => !arg.startsWith('--'));
if (!existsSync(join(dist, 'index.js'))) require('./build.cjs');

/** Every file below a folder whose name ends in one of the endings. */
function* files(folder, ending) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path, ending);
    else if (name.endsWith(ending)) yield path;
  }
}

const folders = rooms.length ? rooms.map((room) => join(dist, room)) : [dist];
const tests = folders.flatMap((folder) => [...files(folder, '.test.js')]);
if (tests.length === 0) {
  process.stderr.write(`There are no tests in ${rooms.join(', ')}.\n`);
  process.exit(1);
}
const env = { ...process.env, ...(args.includes('--nightly') ? { BREACHSCOPE_NIGHTLY: '1' } : {}) };
const { status, signal } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-concurrency=2', '--test-reporter=spec', ...tests],
  { cwd: root, env, stdio: 'inherit' },
);
process.exitCode = signal ? 1 : status;
