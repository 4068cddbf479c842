import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { PartText } from '../text/part-text';
import type { Damage } from '../text/damage';
import type { TextEncoding } from '../text/guess-encoding';
import { isoDate, isoInstant } from './iso-instant';
import { jsonWriter, quoted } from './parquet-json';
import { readStored, type StoredBytes } from '../containers/stored-bytes';
import { loadZstd, ZstdStream } from '../containers/zstd-stream';

/** Annotations by which the library would round or refuse values: their bytes are written out here instead. */
const KEPT_RAW = new Set(['DECIMAL', 'BSON', 'INTERVAL']);
const GEO = new Set(['GEOMETRY', 'GEOGRAPHY', 'DECIMAL']);
/** A page that would be larger is no page of a table. */
const MOST_PAGE_BYTES = 1 << 30;

/**
 * The rows of a Parquet file as one JSON document a line: every column a key, lists and structs as such, numbers with all
 * their digits, instants in ISO 8601.
 *
 * @returns null where the footer cannot be read; damage further on is met while reading
 */
export async function parquetText(
  stored: StoredBytes,
  damage: Damage,
): Promise<(PartText & { readonly encoding: TextEncoding }) | null> {
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  const file = {
    byteLength: stored.bytes,
    slice: (from: number, to = stored.bytes) => slice(stored, Math.max(0, from), to),
  };
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(file);
    parquetSchema(metadata);
  } catch {
    return null;
  }
  const lines = rows(file, metadata, damage);
  let chunk = new Uint8Array(0);
  return {
    encoding: 'utf-8',
    get damaged() {
      return damage.claim();
    },
    async read(view) {
      while (chunk.length === 0) {
        const next = await lines.next();
        if (next.done) return 0;
        chunk = next.value;
      }
      const count = Math.min(view.length, chunk.length);
      view.set(chunk.subarray(0, count));
      chunk = chunk.subarray(count);
      return count;
    },
  };
}

type ParquetFile = { byteLength: number; slice(from: number, to?: number): ArrayBuffer };

async function* rows(
  file: ParquetFile,
  metadata: FileMetaData,
  damage: Damage,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const { parquetRead, parquetSchema } = await import('hyparquet');
  const compressors = { ...(await decompressors()), ...(holdsLz4(metadata) && (await lz4Decompressors())) };
  const columns = parquetSchema(metadata).children;
  const writers = columns.map((column) => [quoted(column.element.name), jsonWriter(column)] as const);
  metadata.schema.forEach(keepRaw);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const read: unknown[][] = [];
    try {
      await parquetRead({
        file,
        metadata,
        rowStart,
        rowEnd,
        compressors,
        parsers: PARSERS,
        utf8: false,
        onComplete: (found: unknown) => read.push(...(found as unknown[][])),
      });
      if (read.length !== rowEnd - rowStart) damage.note();
      yield* asLines(read, writers);
    } catch {
      damage.note();
    }
    rowStart = rowEnd;
  }
  if (rowStart !== Number(metadata.num_rows)) damage.note();
}

const LINES = 1000;

function* asLines(
  read: unknown[][],
  writers: (readonly [string, (value: unknown) => string])[],
): Generator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < read.length; from += LINES) {
    const lines = read.slice(from, from + LINES).map((row) => {
      const cells = writers.map(([name, write], i) => `${name}:${write(row[i])}`);
      return `{${cells.join()}}\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}

/** Takes off an annotation that the library would act on; {@link jsonWriter} has read it already. */
function keepRaw(element: SchemaElement): void {
  if (element.converted_type && KEPT_RAW.has(element.converted_type)) delete element.converted_type;
  if (element.logical_type && GEO.has(element.logical_type.type)) delete element.logical_type;
}

const utf8 = new TextDecoder();
const text = (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes);
const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');

const PARSERS = {
  timestampFromMilliseconds: (millis: bigint | number) => isoInstant(BigInt(millis), 3),
  timestampFromMicroseconds: (micros: bigint | number) => isoInstant(BigInt(micros), 6),
  timestampFromNanoseconds: (nanos: bigint | number) => isoInstant(BigInt(nanos), 9),
  dateFromDays: (days: number) => isoDate(BigInt(days)),
  stringFromBytes: text,
  jsonFromBytes: text,
  geometryFromBytes: hex,
  geographyFromBytes: hex,
  uuidFromBytes: (bytes: Uint8Array | undefined) =>
    hex(bytes)?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
};

async function decompressors() {
  const zstd = await loadZstd();
  const most = (bytes: number) => ({ maxOutputLength: Math.min(bytes || 1, MOST_PAGE_BYTES) });
  return {
    GZIP: (bytes: Uint8Array, length: number) => new Uint8Array(gunzipSync(bytes, most(length))),
    BROTLI: (bytes: Uint8Array, length: number) => new Uint8Array(brotliDecompressSync(bytes, most(length))),
    ZSTD: (bytes: Uint8Array) => {
      const stream = new ZstdStream(zstd);
      try {
        return new Uint8Array(Buffer.concat([...stream.decode(bytes)]));
      } finally {
        stream.close();
      }
    },
  };
}

function holdsLz4({ row_groups }: FileMetaData): boolean {
  return row_groups.some(({ columns }) =>
    columns.some((column) => /^LZ4/.test(column.meta_data?.codec ?? '')),
  );
}

/** Loaded where a file asks for them: the library is larger than all the rest of the reading. */
async function lz4Decompressors() {
  const { compressors } = await import('hyparquet-compressors');
  const lz4 = (codec: 'LZ4' | 'LZ4_RAW') => (bytes: Uint8Array, length: number) => {
    const decompress = compressors[codec];
    if (!decompress || length > MOST_PAGE_BYTES) throw new RangeError('page');
    // The library takes a page of nothing, which is one byte in this packing, for a damaged one.
    return length === 0 ? new Uint8Array(0) : decompress(bytes, length);
  };
  return { LZ4: lz4('LZ4'), LZ4_RAW: lz4('LZ4_RAW') };
}

/** Reads beyond the end as what is there: the library then says itself that the file is no Parquet. */
function slice(stored: StoredBytes, from: number, to: number): ArrayBuffer {
  return new Uint8Array(readStored(stored, from, to - from)).buffer;
}
