import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AnalysisError } from '../contract/errors';
import { foldersAbove } from './folders-above';
import { kitData } from './kit-files';

/** A case folder that was found. */
export interface FoundCase {
  name: string;
  dir: string;
}

/**
 * Finds a case: a folder with a case.yaml by its path, else `data/NAME/` in a folder or above it, else among those that come
 * with the kit. Without a name it is the only case there is; the user's own folder goes before the kit's.
 *
 * @param name of the case, or the path of its folder; defaults to the only one
 * @param from folder to start from; defaults to the current one
 * @param kit folder with the kit's own cases
 * @throws CASE_UNKNOWN with the names there are
 */
export function findCase(name?: string, from: string = process.cwd(), kit: string = kitData()): FoundCase {
  const folder = name === undefined ? '' : resolve(from, name);
  if (name !== undefined && existsSync(join(folder, 'case.yaml')))
    return { name: basename(folder), dir: folder };
  const own = foldersAbove(from)
    .map((above) => join(above, 'data'))
    .find((data) => casesIn(data).length > 0);
  const places = [...new Set([own ?? kit, kit])];
  for (const data of places) {
    const known = casesIn(data);
    const wanted = name ?? (known.length === 1 ? known[0] : undefined);
    if (wanted !== undefined && known.includes(wanted)) return { name: wanted, dir: join(data, wanted) };
    if (wanted === undefined && known.length > 0) break;
  }
  const known = [...new Set(places.flatMap(casesIn))].join(', ');
  throw new AnalysisError('CASE_UNKNOWN', { argument: name ?? 'without a name', known });
}

/** Folders that hold a case.yaml, sorted. */
function casesIn(data: string): string[] {
  if (!existsSync(data) || !statSync(data).isDirectory()) return [];
  return readdirSync(data)
    .filter((name) => existsSync(join(data, name, 'case.yaml')))
    .sort();
}
