import type { MergedPath } from './merge-paths';

/** Text column of a path, null where it has no text. */
export function textColumn(path: MergedPath): string | null {
  return path.texts > 0 ? `c${path.column}` : null;
}

/** Type column of a path, null where every value is a string that is not blank. */
export function typeColumn(path: MergedPath): string | null {
  const same = path.types.string === path.values && path.filledValues === path.values;
  return same ? null : `t${path.column}`;
}

/** Name of the table in which a path lies. */
export function tableName({ kind, array, inMap }: Pick<MergedPath, 'kind' | 'array' | 'inMap'>): string {
  return array ? `k${kind}.${inMap ? 'm' : 'c'}${array.column}` : `k${kind}`;
}
