import type { Manifest } from '../../contract/manifest';
import type { Override } from '../../fields/classify-fields';
import { type NamedInput, shownPaths } from './shown-paths';

/** A category that the user gives to a path of the input. */
export interface SaidField extends Override {
  kind: string;
  /** The path as the user wrote it. */
  written: string;
}

/**
 * Refuses a category that was given to a path which the input does not have: without a word it would change nothing.
 *
 * @param overrides categories that the user gives to paths, as they are or as results show them, of one table or of all
 * @param names what the case knows, and what tables or files are called
 * @returns the same, each with the path as it is
 * @throws PATH_UNKNOWN
 */
export function requirePaths(
  manifest: Manifest,
  overrides: readonly Override[],
  { known, tables }: Pick<NamedInput, 'known' | 'tables'>,
): SaidField[] {
  if (overrides.length === 0) return [];
  const names = shownPaths({ manifest, kindNames: {}, tables, known });
  return overrides.flatMap(({ path: written, category }) => {
    const meant = names.meant(written);
    if (meant.length === 0) throw names.unknown(written);
    return meant.map(({ kind, path }) => ({ kind, path, category, written }));
  });
}
