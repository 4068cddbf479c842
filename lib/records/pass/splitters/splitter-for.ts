import type { PartFormat } from '../../../contract/manifest';
import { AnalysisError } from '../../../contract/errors';
import { BulkSplitter } from './bulk-splitter';
import { ComboSplitter } from './combo-splitter';
import { CsvSplitter } from './csv-splitter';
import type { RecordSplitter, SplitterSource } from './record-splitter';
import { JsonSplitter } from './json-splitter';
import { LineSplitter } from './line-splitter';
import type { TextShape } from '../../detect/text-shape';
import { SqlSplitter } from './sql-splitter';

const SPLITTERS: Partial<Record<PartFormat, new (source: SplitterSource) => RecordSplitter>> = {
  ndjson: LineSplitter,
  csv: CsvSplitter,
  tsv: CsvSplitter,
  json: JsonSplitter,
  'concatenated-json': JsonSplitter,
  parquet: LineSplitter,
  sql: SqlSplitter,
  combo: ComboSplitter,
};

/**
 * The splitter that cuts the text of this part into blocks of documents, by its envelope, else its format.
 *
 * @throws INTERNAL for a format that has none
 */
export function splitterFor({ format, envelope }: TextShape, source: SplitterSource): RecordSplitter {
  if (envelope === 'es-bulk') return new BulkSplitter(source);
  if (envelope === 'es-response') return new JsonSplitter(source);
  if (envelope === 'rows') return new LineSplitter(source);
  const Format = SPLITTERS[format];
  if (!Format) throw new AnalysisError('INTERNAL', { place: 'records/pass/splitter-for' });
  return new Format(source);
}
