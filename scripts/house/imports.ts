import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files';

/**
 * Which files each file imports: types, re-exports and `import()` count like values.
 *
 * @returns paths below lib/, as `SourceFile` has them; packages are left out
 */
export function importsOf(files: readonly SourceFile[]): Map<string, string[]> {
  const known = new Set(files.map(({ path }) => path));
  const resolve = (from: string, name: string): string | undefined => {
    const target = posix.join(posix.dirname(from), name);
    return [`${target}.ts`, `${target}/index.ts`, target.replace(/\.js$/, '.ts')].find((path) =>
      known.has(path),
    );
  };
  return new Map(
    files.map(({ path, text }) => {
      const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      const own = names.filter((name) => name.startsWith('.'));
      return [path, [...new Set(own.flatMap((name) => resolve(path, name) ?? []))]];
    }),
  );
}
