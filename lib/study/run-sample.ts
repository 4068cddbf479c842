import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../contract/case';
import { publishable } from '../publish/gate/publishable';
import { cacheFolder } from '../records/store/cache-folder';
import { analyse } from './analyse';
import { findSideFiles } from './find-side-files';
import { openBeside } from './open-beside';
import { keepPrivate } from './private-document';

/**
 * Runs a case on its small committed sample, so that a notebook opened in a fresh clone shows something.
 *
 * @returns the folder of the run, in the cache: nothing is written beside the notebook
 */
export async function runSample(caseFolder: Case): Promise<string> {
  const files = [join(caseFolder.dir, 'sample')];
  const { opened, side } = await openBeside(files, findSideFiles(files));
  const { results } = await analyse({
    case: caseFolder,
    files,
    opened,
    truthFile: side.truthFile,
    proofFile: side.proofFile,
    isTruthFound: side.found !== null,
  });
  const run = mkdtempSync(join(cacheFolder(), 'sample-run-'));
  const text = JSON.stringify(publishable(results), null, 1);
  keepPrivate(text, results);
  writeFileSync(join(run, 'results.json'), text);
  return run;
}
