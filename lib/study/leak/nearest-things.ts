import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findUpwards } from '../../publish/notebook/find-upwards';
import { namesBeside } from '../../publish/notebook/names-beside';
import { nearestWords } from '../../words/text/nearest-words';

/**
 * What somebody may have meant by a path that is not there: things of nearly that name where the path breaks off, and cases.
 * A name that looks like a value is not told: folders of a leak can have such.
 *
 * @param cases names of the cases there are
 */
export function nearestThings(path: string, cases: readonly string[]): string[] {
  let missing = path;
  while (!existsSync(findUpwards(dirname(missing)))) missing = dirname(missing);
  const folder = dirname(missing);
  const beside = nearestWords(basename(missing), namesBeside(findUpwards(folder))).map((name) =>
    folder === '.' ? name : join(folder, name),
  );
  return [...new Set([...beside, ...nearestWords(path, cases)])];
}
