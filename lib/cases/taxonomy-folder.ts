import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the shared tables: the copy that the build makes beside the compiled rooms, else the one in the checkout. */
export function taxonomyFolder(): string {
  const built = join(__dirname, '..', 'taxonomy');
  return existsSync(built) ? built : join(__dirname, '..', '..', '..', 'data', 'taxonomy');
}
