import type { PartFormat } from '../../contract/manifest';
import { AnalysisError } from '../../contract/errors';
import { CsvFeeder } from './csv-feeder';
import type { Feeder, FeederSource } from './feeder';
import { JsonFeeder } from './json-feeder';
import { LineFeeder } from './line-feeder';
import type { OpenedPart } from './pass-part';

const FEEDERS: Partial<Record<PartFormat, new (source: FeederSource) => Feeder>> = {
  ndjson: LineFeeder,
  csv: CsvFeeder,
  tsv: CsvFeeder,
  json: JsonFeeder,
  'concatenated-json': JsonFeeder,
  parquet: LineFeeder,
};

/** The feeder that cuts the text of this part into blocks of documents, by its format. */
export function feederOf({ format }: OpenedPart, source: FeederSource): Feeder {
  const Format = FEEDERS[format];
  if (!Format) throw new AnalysisError('INTERNAL', { place: 'records/pass/feeder-of' });
  return new Format(source);
}
