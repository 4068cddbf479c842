import { AnalysisError } from '../../contract/errors';
import { reserveBeside } from '../airlock/free-disk';
import type { InputPreview } from './preview-input';

/** Refuses an input whose working copy does not fit, before it is read. @throws DISK_FULL */
export function requireDisk({ diskNeeded, diskFree }: InputPreview): void {
  const needed = diskNeeded + reserveBeside(diskNeeded);
  if (diskNeeded > 0 && needed > diskFree) throw new AnalysisError('DISK_FULL', { needed, free: diskFree });
}
