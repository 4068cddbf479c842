import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { SUPPORT } from './plan';

/** One TypeScript file of lib/. */
export interface SourceFile {
  /** Below lib/, with slashes. */
  path: string;
  text: string;
  /** First folder; empty for files of lib/ itself. */
  room: string;
  /** `support`: of a folder of tools or test support. */
  use: 'product' | 'assembly' | 'support' | 'test';
}

/** Every TypeScript file below a folder, in the order of paths; what is built or installed is left out. */
export function sourceFiles(lib: string): SourceFile[] {
  return readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.ts') && !/(^|\/)(dist|node_modules)\//.test(path))
    .sort()
    .map((path) => ({
      path,
      text: readFileSync(join(lib, path), 'utf8'),
      room: path.includes('/') ? path.slice(0, path.indexOf('/')) : '',
      use: useOf(path),
    }));
}

function useOf(path: string): SourceFile['use'] {
  const folders = path.split('/').slice(0, -1);
  if (path.endsWith('.test.ts')) return 'test';
  if (folders.some((folder) => SUPPORT.includes(folder))) return 'support';
  return folders.includes('assembly') ? 'assembly' : 'product';
}
