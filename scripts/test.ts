// Runs every compiled test with node's own runner; names of rooms narrow it: `npm test -- evidence claims`. With `--nightly`
// what is a fixed part elsewhere runs whole.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const dist = join(root, 'lib', 'dist');
const args = process.argv.slice(2);
const rooms = args.filter((arg) => !arg.startsWith('--'));
if (!existsSync(join(dist, 'index.js')))
  spawnSync(process.execPath, [join(__dirname, 'build.cjs')], { stdio: 'inherit' });

const tests = (rooms.length > 0 ? rooms.map((room) => join(dist, room)) : [dist])
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.test.js'))
  .sort();
if (tests.length === 0) {
  process.stderr.write(`There are no tests in ${rooms.join(', ')}.\n`);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-concurrency=2', '--test-reporter=spec', ...tests],
  {
    cwd: root,
    env: { ...process.env, ...(args.includes('--nightly') && { BREACHSCOPE_NIGHTLY: '1' }) },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
