import { createRequire } from 'node:module';
import { inheritMarks } from './made-up';
import { repairCopies } from './repair-copies';
import { repairGrouping } from './repair-grouping';
import { type Joins, repairJoins } from './repair-joins';
import { repairRows } from './repair-rows';
import { repairSummaries } from './repair-summaries';
import type { Danfo } from './types';

const ENTRY = /[\\/]danfojs-node[\\/]dist[\\/]danfojs-node[\\/]src[\\/]index\.js$/;
const repaired = new WeakSet<object>();

/** Repairs the silent errors of one copy of danfojs-node 1.2.0, once: see `repair-*.ts`. */
export function repairDanfo(danfo: Danfo, joins: Joins): void {
  if (repaired.has(danfo.DataFrame)) return;
  repaired.add(danfo.DataFrame);
  repairRows(danfo);
  repairCopies(danfo);
  repairGrouping(danfo);
  repairSummaries(danfo);
  inheritMarks(danfo);
  repairJoins(joins, danfo);
}

/** Repairs each danfojs-node that the process has loaded already; loads none. */
export function repairLoadedDanfo(): void {
  for (const module of Object.values(require.cache))
    if (module?.loaded && ENTRY.test(module.filename)) {
      const joins: unknown = createRequire(module.filename)('../../danfojs-base');
      repairDanfo(module.exports as Danfo, joins as Joins);
    }
}
