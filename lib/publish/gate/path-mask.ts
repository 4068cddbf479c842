import { looksLikeValue } from './looks-like-value';
import { splitPath } from './split-path';

/** Shows paths and texts without keys that are values. */
export interface PathMask {
  /** A path with each such key as its shape and number: `{e-mail-shaped key 3}`. */
  path: (path: string) => string;
  /** A sentence of ours in which a path may have been named. */
  text: (text: string) => string;
}

/**
 * Finds every key among the paths that is not a name (docs/contract.md: a path name is schema and is shown if every key
 * of it looks like a name) and numbers them in order of appearance.
 *
 * @param paths every path of the result
 */
export function pathMask(paths: string[]): PathMask {
  const masks = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { key, written } of paths.flatMap(splitPath)) {
    const shape = key === null ? null : looksLikeValue(key);
    if (shape === null || masks.has(written)) continue;
    const number = (counts.get(shape) ?? 0) + 1;
    counts.set(shape, number);
    masks.set(written, `{${shape}-shaped key ${number}}`);
  }
  const path = (text: string) =>
    splitPath(text)
      .map(({ written }) => masks.get(written) ?? written)
      .join('');
  const masked = new Map(
    [...new Set(paths)].map((raw) => [raw, path(raw)] as const).filter(([raw, shown]) => raw !== shown),
  );
  const longestFirst = [...masked, ...masks].sort((a, b) => b[0].length - a[0].length);
  return {
    path: (raw) => masked.get(raw) ?? path(raw),
    text: (text) => longestFirst.reduce((all, [raw, shown]) => all.replaceAll(raw, shown), text),
  };
}
