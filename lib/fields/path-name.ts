import type { StorePath } from '../contract/manifest';

/** A path as the end of a temporary table's name: a plain identifier, another for each path. */
export function pathName({ table, column }: StorePath): string {
  return `${table}_${column}`.replace(/\W/g, '_');
}
