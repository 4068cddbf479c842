import type { Category } from '../contract/categories';
import { AnalysisError } from '../contract/errors';
import type { Manifest } from '../contract/manifest';

/**
 * Refuses a category that was given to a path which the input does not have: without a word it would change nothing.
 *
 * @param overrides categories that the user gives to paths
 * @throws PATH_UNKNOWN
 */
export function requirePaths(
  { paths }: Manifest,
  overrides: { path: string; category: Category }[] = [],
): void {
  const known = new Set(overrides.length > 0 ? paths.map(({ path }) => path) : []);
  for (const { path } of overrides)
    if (!known.has(path)) throw new AnalysisError('PATH_UNKNOWN', { argument: path });
}
