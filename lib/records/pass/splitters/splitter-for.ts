import type { PartFormat } from '../../../contract/manifest';
import { AnalysisError } from '../../../contract/errors';
import { BulkFeeder } from './bulk-splitter';
import { CsvFeeder } from './csv-splitter';
import type { Feeder, FeederSource } from './record-splitter';
import { JsonFeeder } from './json-splitter';
import { LineFeeder } from './line-splitter';
import type { OpenedPart } from '../pass-part';
import { SqlFeeder } from './sql-splitter';

const FEEDERS: Partial<Record<PartFormat, new (source: FeederSource) => Feeder>> = {
  ndjson: LineFeeder,
  csv: CsvFeeder,
  tsv: CsvFeeder,
  json: JsonFeeder,
  'concatenated-json': JsonFeeder,
  parquet: LineFeeder,
  sql: SqlFeeder,
};

/** The feeder that cuts the text of this part into blocks of documents, by its envelope, else its format. */
export function feederOf({ format, envelope }: OpenedPart, source: FeederSource): Feeder {
  if (envelope === 'es-bulk') return new BulkFeeder(source);
  if (envelope === 'es-response') return new JsonFeeder(source);
  const Format = FEEDERS[format];
  if (!Format) throw new AnalysisError('INTERNAL', { place: 'records/pass/feeder-of' });
  return new Format(source);
}
