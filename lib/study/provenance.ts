import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kitVersion } from '../cases/kit-files';
import type { Results } from '../contract/results';

/** The package's own folder: `lib/`, from `lib/dist/study/`. */
const HOME = join(__dirname, '..', '..');

/**
 * What a second person needs to get the same numbers: version, commit, engine, seed.
 *
 * @param seed of the world or of the draw; null where nothing was drawn
 */
export function provenance(seed: string | null): Results['provenance'] {
  return {
    version: kitVersion(),
    commit: commitOf(join(HOME, '..')),
    node: process.version,
    engine: `DuckDB ${engineVersion()}`,
    seed,
    ranAt: new Date().toISOString(),
  };
}

function engineVersion(): string {
  const file = require.resolve('@duckdb/node-api/package.json', { paths: [HOME] });
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The checked-out commit, read from the files of git so that git itself is not needed. */
function commitOf(root: string): string | null {
  const git = join(root, '.git');
  if (!existsSync(join(git, 'HEAD'))) return null;
  const head = readFileSync(join(git, 'HEAD'), 'utf8').trim();
  if (!head.startsWith('ref: ')) return head;
  const ref = head.slice('ref: '.length);
  if (existsSync(join(git, ref))) return readFileSync(join(git, ref), 'utf8').trim();
  const packed = join(git, 'packed-refs');
  if (!existsSync(packed)) return null;
  const line = readFileSync(packed, 'utf8')
    .split('\n')
    .find((row) => row.endsWith(` ${ref}`));
  return line?.split(' ')[0] ?? null;
}
