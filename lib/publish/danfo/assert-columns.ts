import { AnalysisError } from '../../contract/errors';

/** Refuses names that are no columns of a frame. @throws COLUMN_MISSING with the columns there are */
export function assertColumns({ columns }: { columns: readonly string[] }, names: readonly string[]): void {
  const missing = names.find((name) => !columns.includes(name));
  if (missing !== undefined)
    throw new AnalysisError('COLUMN_MISSING', { argument: missing, known: columns.join(', ') });
}
