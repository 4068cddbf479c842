import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes files into a folder, each by its name, and gives their paths. */
export function filesIn(folder: string): (name: string, content: string | Uint8Array) => string {
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}
