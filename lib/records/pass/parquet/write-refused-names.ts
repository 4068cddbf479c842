import type { RefusedReport } from '../refused/refused-look';
import { writeSmallParquet } from './write-small-parquet';

/** Writes refused.parquet: sets of names in refused documents, as JSON, with the number of documents that hold just these. */
export function writeRefusedNames(dir: string, names: RefusedReport['names']): void {
  writeSmallParquet(dir, 'refused.parquet', {
    documents: [...names.values()],
    text: [...names.keys()].map((text) => Buffer.from(text)),
  });
}
