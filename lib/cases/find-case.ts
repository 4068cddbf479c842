import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AnalysisError } from '../contract/errors';

/** A case folder that was found. */
export interface FoundCase {
  name: string;
  dir: string;
}

/**
 * Finds `data/NAME/` in a folder or above it. Without a name it is the only case there is.
 *
 * @param name of the case; defaults to the only one
 * @param from folder to start from; defaults to the current one
 * @throws CASE_UNKNOWN with the names there are; CASE_MISSING when no folder above holds a case
 */
export function findCase(name?: string, from: string = process.cwd()): FoundCase {
  for (const folder of upwards(resolve(from))) {
    const data = join(folder, 'data');
    const known = casesIn(data);
    if (known.length === 0) continue;
    const wanted = name ?? (known.length === 1 ? known[0] : undefined);
    if (wanted === undefined) {
      throw new AnalysisError('CASE_UNKNOWN', { argument: 'without a name', known: known.join(', ') });
    }
    if (known.includes(wanted)) return { name: wanted, dir: join(data, wanted) };
    throw new AnalysisError('CASE_UNKNOWN', { argument: wanted, known: known.join(', ') });
  }
  throw new AnalysisError('CASE_MISSING');
}

function* upwards(folder: string): Generator<string> {
  for (let at = folder, last = ''; at !== last; [at, last] = [dirname(at), at]) yield at;
}

/** Folders that hold a case.yaml, sorted. */
function casesIn(data: string): string[] {
  if (!existsSync(data) || !statSync(data).isDirectory()) return [];
  return readdirSync(data)
    .filter((name) => existsSync(join(data, name, 'case.yaml')))
    .sort();
}
