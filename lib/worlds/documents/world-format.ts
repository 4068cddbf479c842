/** Formats in which a world can be written. */
export const WORLD_FORMATS = ['ndjson', 'csv', 'parquet', 'es-bulk', 'es-hits', 'elasticdump'] as const;

/** A format, plain or compressed with gzip. */
export interface WorldFormat {
  name: (typeof WORLD_FORMATS)[number];
  gz: boolean;
}

/** What files of a format are called, after the name of their kind. */
const ENDINGS: Record<WorldFormat['name'], string> = {
  ndjson: '.ndjson',
  csv: '.csv',
  parquet: '.parquet',
  'es-bulk': '.bulk.ndjson',
  'es-hits': '.hits.json',
  elasticdump: '.dump.json',
};

/** Reads `csv`, `ndjson.gz` and so on; null for what is none. Parquet is compressed already and takes no `.gz`. */
export function worldFormat(text: string): WorldFormat | null {
  const gz = text.endsWith('.gz');
  const name = WORLD_FORMATS.find((known) => known === (gz ? text.slice(0, -3) : text));
  return name === undefined || (gz && name === 'parquet') ? null : { name, gz };
}

/** Ending of a format's files. */
export function endingOf({ name, gz }: WorldFormat): string {
  return gz ? `${ENDINGS[name]}.gz` : ENDINGS[name];
}

/** Whether a format's documents are rows of a table, so that every column stands in every document. */
export function isTable({ name }: WorldFormat): boolean {
  return name === 'csv' || name === 'parquet';
}

/** Whether a document stands on a line of its own, so that one can be broken and the others are not. */
export function canBreak({ name }: WorldFormat): boolean {
  return name === 'ndjson' || name === 'es-bulk' || name === 'elasticdump';
}

/** A format as it is asked for. */
export function formatName({ name, gz }: WorldFormat): string {
  return gz ? `${name}.gz` : name;
}
