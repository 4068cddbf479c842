import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { repairDanfo } from './repair-danfo';
import type { Joins } from './repair-joins';
import type { Danfo } from './types';

let loaded: Danfo | null = null;

/**
 * danfojs-node 1.2.0 of the project that the current folder lies in, with its silent errors repaired. Loaded at the first
 * call, since that takes a second.
 *
 * @throws DANFO_MISSING
 */
export function loadDanfo(): Danfo {
  loaded ??= quietly(load);
  return loaded;
}

function load(): Danfo {
  const places = [join(process.cwd(), 'cell.js'), __filename];
  for (const place of places) {
    try {
      const require = createRequire(place);
      const danfo = require('danfojs-node') as Danfo;
      repairDanfo(danfo, require('danfojs-node/dist/danfojs-base/index.js') as Joins);
      return danfo;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new AnalysisError('DANFO_MISSING');
}

/** Newer Nodes warn of modules that danfo's packages still use; that is none of the reader's. */
function quietly<T>(action: () => T): T {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return action();
  } finally {
    process.emitWarning = emitWarning;
  }
}
