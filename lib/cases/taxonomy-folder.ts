import { join } from 'node:path';
import { kitData } from './kit-files';

/** Folder of the shared tables. */
export function taxonomyFolder(): string {
  return join(kitData(), 'taxonomy');
}
