import type { InputPreview } from '../../records/store/preview-input';
import { formatBytes } from '../../words/numbers/format-size';

const FORMATS: Record<string, string> = {
  ndjson: 'NDJSON',
  json: 'JSON',
  'concatenated-json': 'JSON, one value after the other',
  csv: 'CSV',
  tsv: 'TSV',
  parquet: 'Parquet',
  sql: 'an SQL dump',
  combo: 'a list of logins',
  mixed: 'several formats',
};
const ENVELOPES: Record<string, string> = {
  'es-response': 'replies of Elasticsearch',
  'es-bulk': 'an Elasticsearch _bulk request',
  elasticdump: 'an elasticdump',
  rows: 'rows as JSON arrays',
};
const PACKED: Record<string, string> = { gzip: 'gzipped ', zstd: 'Zstandard-packed ' };

/** The one line before reading: what the input looks like, what it needs, and that nothing leaves this computer. */
export function lookLine(look: InputPreview): string {
  const read = look.parts.filter((part) => part.refused === null);
  const skipped = look.parts.length - read.length;
  const files = read.length === 1 ? 'one file' : `${read.length} files`;
  const text = read.some((part) => part.compression !== null)
    ? ` (some ${formatBytes(look.textBytesEstimate)} of text)`
    : '';
  const passed = `${skipped > 0 ? `, ${skipped} skipped` : ''}${look.empty > 0 ? `, ${look.empty} more empty` : ''}`;
  return (
    `This looks like ${contentOf(look)}: ${files}, ${formatBytes(look.bytes)}${text}${passed}. ` +
    `${copyWords(look)} ` +
    'Nothing leaves this computer.'
  );
}

/** Conversions that are told. */
const MOST_TOLD = 3;

/** A line for each file that could be read once it is converted, each line once; the first few, and how many more there are. */
export function conversionLines({ parts }: InputPreview): string[] {
  const all = parts.flatMap(({ refused }) =>
    refused?.code === 'NEEDS_CONVERSION' ? [`${refused.message} ${refused.todo}`] : [],
  );
  const told = [...new Set(all)].slice(0, MOST_TOLD);
  const more = all.filter((line) => !told.includes(line)).length;
  return more > 0 ? [...told, `${more} more ${more === 1 ? 'file is' : 'files are'} in such formats.`] : told;
}

function copyWords({ cached, diskNeeded, diskFree }: InputPreview): string {
  return cached
    ? 'Its private working copy is there already.'
    : `Its private working copy needs some ${formatBytes(diskNeeded)}; ${formatBytes(diskFree)} are free.`;
}

function contentOf({ parts, format }: InputPreview): string {
  const read = parts.filter((part) => part.refused === null);
  const packings = new Set(read.map((part) => part.compression));
  const [packing = null] = packings;
  if (format === null) return `something packed${packing && packings.size === 1 ? ` (${packing})` : ''}`;
  const envelopes = new Set(read.map((part) => part.envelope));
  const [envelope = null] = envelopes;
  const wrapped = envelope !== null && envelopes.size === 1 ? ENVELOPES[envelope] : undefined;
  const name = wrapped ?? FORMATS[format] ?? format;
  if (packings.size > 1) return `${name}, partly packed`;
  return `${packing ? (PACKED[packing] ?? `packed (${packing}) `) : ''}${name}`;
}
