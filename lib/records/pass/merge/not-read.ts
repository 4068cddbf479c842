import type { ErrorCode } from '../../../contract/errors';
import type { NotRead } from '../../../contract/manifest';
import { RefusedLook, type RefusedReport } from '../refused/refused-look';
import { addCounts } from '../workers/block-counts';
import type { WorkerReport } from '../workers/worker-report';
import type { PartCounters } from './part-counters';

/** Files that hold no documents: what systems leave in folders, and what describes other files. */
export const NO_DOCUMENTS_IN: readonly ErrorCode[] = ['LITTER', 'METADATA', 'FILE_EMPTY'];

/** What of an input was not read, and the names in what was refused. @param aside why files and members were not opened */
export function notRead(
  reports: WorkerReport[],
  parts: PartCounters[],
  aside: ErrorCode[],
): { notRead: NotRead; names: RefusedReport['names'] } {
  const look = new RefusedLook();
  for (const { refused } of reports) look.add(refused);
  for (const part of parts) {
    if (part.split.refused) look.add(part.split.refused);
    for (const code of part.lost) look.lost(code);
  }
  const files: Record<string, number> = {};
  for (const code of aside) if (!NO_DOCUMENTS_IN.includes(code)) addCounts(files, { [code]: 1 });
  const { documents, unlooked, open, names } = look.report;
  return { notRead: { refused: documents, unlooked, open, aside: files }, names };
}
