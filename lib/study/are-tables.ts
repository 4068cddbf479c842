import type { Manifest, PartFormat } from '../contract/manifest';

const FORMATS: readonly PartFormat[] = ['csv', 'tsv', 'sql', 'parquet'];

/** Whether every document of an input is a row of a table. */
export function areTables({ parts }: Pick<Manifest, 'parts'>): boolean {
  return parts.every(({ format }) => FORMATS.includes(format));
}
