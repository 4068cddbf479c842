import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../contract/manifest';

/** The manifest of a finished store; null where there is none or where another form of store lies. */
export function readManifest(dir: string): Manifest | null {
  try {
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
    return manifest.schema === 'breachscope/store@4' ? manifest : null;
  } catch {
    return null;
  }
}
