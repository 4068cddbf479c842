import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { repairGrouping } from './repair-grouping';
import { repairRows } from './repair-rows';
import { repairSummaries } from './repair-summaries';
import type { Danfo } from './types';

let loaded: Danfo | null = null;

/**
 * danfojs-node 1.2.0 of the project that the current folder lies in, with its silent errors repaired: see `repair-*.ts`.
 * Loaded at the first call, since that takes a second.
 *
 * @throws DANFO_MISSING
 */
export function loadDanfo(): Danfo {
  loaded ??= repaired(quietly(load));
  return loaded;
}

function load(): Danfo {
  const places = [join(process.cwd(), 'cell.js'), __filename];
  for (const place of places) {
    try {
      return createRequire(place)('danfojs-node') as Danfo;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new AnalysisError('DANFO_MISSING');
}

function repaired(danfo: Danfo): Danfo {
  repairRows(danfo);
  repairGrouping(danfo);
  repairSummaries(danfo);
  return danfo;
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
