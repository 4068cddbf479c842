import type { Category } from '../../contract/categories';
import { AnalysisError } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import { rawPaths } from './raw-paths';

/**
 * Refuses a category that was given to a path which the input does not have: without a word it would change nothing.
 *
 * @param overrides categories that the user gives to paths, as they are or as results show them
 * @param known names that the case knows
 * @returns the same, each with the path as it is
 * @throws PATH_UNKNOWN
 */
export function requirePaths(
  manifest: Manifest,
  overrides: { path: string; category: Category }[],
  known: readonly string[],
): { path: string; category: Category }[] {
  if (overrides.length === 0) return [];
  const there = new Set(manifest.paths.map(({ path }) => path));
  const raw = rawPaths(overrides, manifest, known);
  raw.forEach(({ path }, i) => {
    if (!there.has(path)) throw new AnalysisError('PATH_UNKNOWN', { argument: overrides[i]?.path ?? path });
  });
  return raw;
}
