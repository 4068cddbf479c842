import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package's own folder, from `dist/cases/`. */
const HOME = join(__dirname, '..', '..');

/** Folder of the shared tables and the cases of the kit: the copy that the build makes, else the one in the checkout. */
export function kitData(): string {
  const built = join(HOME, 'dist', 'data');
  return existsSync(built) ? built : join(HOME, '..', 'data');
}

/** Version of the kit, from its package. */
export function kitVersion(): string {
  const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string };
  return version;
}
