import type { ErrorCode } from '../../contract/errors';
import type { RawPart } from '../containers/raw-part';
import type { PartText } from '../text/part-text';
import type { TextShape } from '../detect/text-shape';
import { type ByteReader, readerOf } from '../containers/byte-reader';
import { BLANK_BYTES, classifyHead, HEAD_BYTES, type Head } from '../detect/classify-head';
import { Damage } from '../text/damage';
import { DecodedText } from '../text/decoded-text';
import { FileRefused } from '../containers/file-refused';
import { gunzip } from '../containers/gunzip';
import type { TextEncoding } from '../text/guess-encoding';
import { isMetadata } from '../detect/is-metadata';
import { isHiddenName, isLitter } from '../detect/is-litter';
import { OFFICE } from '../detect/known-binary';
import { limitRatio } from '../containers/limit-ratio';
import { parquetText } from '../adapters/parquet-text';
import { readAhead } from '../containers/read-ahead';
import { SpooledBytes } from '../containers/spooled-bytes';
import { untar } from '../containers/untar';
import { unzstd } from '../containers/unzstd';
import { isKnownMethod, storedRange, unzipEntry } from '../containers/unzip-entry';
import type { StoredBytes } from '../containers/stored-bytes';
import { isUnsafeName, readZipDirectory, type ZipEntry } from '../containers/zip-directory';

/** What a file holds, one after the other; each text must be read to its end before the next is asked for. */
export type Found =
  | {
      is: 'text';
      text: PartText & { readonly encoding: TextEncoding };
      shape: TextShape;
      packing: string | null;
      /** Name of the archive's entry that holds it; null where none does. */
      entry: string | null;
    }
  /** Something in it is not read, and why. */
  | { is: 'skipped'; code: ErrorCode; context: Record<string, string> }
  /** The file is damaged behind its last text. */
  | { is: 'damage' };

/** Containers within each other. */
const MOST_DEPTH = 3;

interface Place {
  /** The bytes, where they can be read at any offset. */
  stored: StoredBytes | null;
  /** Names of the containers around, outermost first. */
  around: string[];
  damage: Damage;
  /** Bytes of the file that were read for what comes out here. */
  consumed: () => number;
  /** Name of the entry of an archive that is opened; null elsewhere, where names are not asked. */
  entry: string | null;
  /** The same, of what is packed in that entry too. */
  named: string | null;
  /** As the caller knows it already; null: by its first bytes. */
  shape: TextShape | null;
  /** Documents of the file so far. */
  documents: () => number;
}

/**
 * Opens a file by its content: unpacks what is packed, decodes what is text, and says what is neither.
 *
 * @param documents how many came out of the file so far: what gives documents is no bomb
 */
export async function* openFile(
  raw: RawPart,
  shape: TextShape | null = null,
  documents: () => number = () => 0,
): AsyncGenerator<Found, void, void> {
  const damage = new Damage();
  const consumed = () => Math.max(1, raw.position);
  yield* open(storedRange(raw), {
    stored: raw,
    around: [],
    damage,
    consumed,
    entry: null,
    named: null,
    shape,
    documents,
  });
  if (damage.isUnclaimed) yield { is: 'damage' };
}

async function* open(reader: ByteReader, place: Place): AsyncGenerator<Found, void, void> {
  const head = await look(reader);
  if (head.is === 'container') return yield* openContainer(reader, head.container, place);
  if (place.entry !== null && isMetadata(place.entry, head, (await reader.peek(HEAD_BYTES + 1)).length))
    return yield skipped('METADATA');
  if (head.is === 'text' || place.shape) {
    const shape = place.shape ?? (head as { shape: TextShape }).shape;
    const isJson = !['csv', 'tsv', 'sql', 'combo'].includes(shape.format);
    const encoding = head.is === 'text' ? head.encoding : 'utf-8';
    const text = new DecodedText(reader, encoding, { isJson, damage: place.damage });
    return yield { is: 'text', text, shape, packing: packingOf(place.around), entry: place.named };
  }
  // What cannot be told apart because it is damaged is damaged first of all.
  if (head.is !== 'foreign' && place.damage.claim()) return yield skipped('ARCHIVE_DAMAGED');
  if (head.is === 'foreign') {
    const { name, command } = head.format;
    return yield command ? skipped('NEEDS_CONVERSION', { format: name, command }) : skipped('FORMAT_UNKNOWN');
  }
  if (head.is === 'encoding-refused') return yield skipped('ENCODING_UNKNOWN', { encoding: head.encoding });
  // What is blank holds nothing to lose.
  if (head.is !== 'blank') yield skipped('FORMAT_UNKNOWN');
}

async function* openContainer(
  reader: ByteReader,
  container: (Head & { is: 'container' })['container'],
  place: Place,
): AsyncGenerator<Found, void, void> {
  const around = [...place.around, container];
  if (around.length > MOST_DEPTH) return yield skipped('ARCHIVE_TOO_DEEP');
  const inside = { ...place, around, stored: null, entry: null };
  if (container === 'gzip' || container === 'zstd') {
    const decode = container === 'gzip' ? gunzip : unzstd;
    const pieces = readAhead(limitRatio(decode(reader, place.damage.note), place.consumed, place.documents));
    return yield* open(readerOf(pieces), inside);
  }
  if (container === 'tar') return yield* openTar(reader, inside);
  const stored = place.stored ?? (await SpooledBytes.of(reader));
  try {
    if (container === 'zip') yield* openZip(stored, inside);
    else yield* openParquet(stored, inside);
  } finally {
    if (stored instanceof SpooledBytes) stored.close();
  }
}

async function* openTar(reader: ByteReader, place: Place): AsyncGenerator<Found, void, void> {
  for await (const entry of untar(reader, place.damage.note)) {
    if (isUnsafeName(entry.name)) throw new FileRefused('UNSAFE_PATH');
    if (entry.kind === 'folder') continue;
    const code = unread(entry.name) ?? (entry.kind === 'file' ? null : 'ENTRY_UNSUPPORTED');
    if (code) yield skipped(code);
    else yield* open(entry.reader, { ...place, entry: entry.name, named: entry.name });
  }
}

async function* openZip(stored: StoredBytes, place: Place): AsyncGenerator<Found, void, void> {
  const directory = readZipDirectory(stored);
  if ('refused' in directory) return yield skipped(directory.refused);
  const { entries, trailing } = directory;
  const office = OFFICE.find(({ entry }) => entries.some(({ name }) => entry.test(name)));
  if (office)
    return yield skipped('NEEDS_CONVERSION', { format: office.format.name, command: office.format.command });
  if (trailing) place.damage.note();
  for (const entry of entries) {
    if (entry.kind === 'folder') continue;
    const code = unread(entry.name) ?? unreadable(entry);
    if (code) yield skipped(code);
    else yield* openEntry(stored, entry, place);
  }
}

/** Damage of one entry says nothing of the next. */
async function* openEntry(
  stored: StoredBytes,
  entry: ZipEntry,
  place: Place,
): AsyncGenerator<Found, void, void> {
  const damage = new Damage();
  const consumed = () => Math.max(1, entry.packedBytes);
  const pieces = readAhead(limitRatio(unzipEntry(stored, entry, damage.note), consumed, place.documents));
  yield* open(readerOf(pieces), { ...place, damage, consumed, entry: entry.name, named: entry.name });
  if (damage.isUnclaimed) yield { is: 'damage' };
}

async function* openParquet(stored: StoredBytes, place: Place): AsyncGenerator<Found, void, void> {
  const text = await parquetText(stored, place.damage);
  if (!text) return yield skipped('ARCHIVE_DAMAGED');
  yield {
    is: 'text',
    text,
    shape: { format: 'parquet', envelope: null },
    packing: packingOf(place.around.slice(0, -1)),
    entry: place.named,
  };
}

function unread(name: string): ErrorCode | null {
  if (isLitter(name)) return 'LITTER';
  return isHiddenName(name) ? 'FILE_HIDDEN' : null;
}

function unreadable(entry: ZipEntry): ErrorCode | null {
  if (entry.encrypted) return 'ENTRY_ENCRYPTED';
  return entry.kind === 'link' || !isKnownMethod(entry) ? 'ENTRY_UNSUPPORTED' : null;
}

async function look(reader: ByteReader): Promise<Head> {
  for (let window = HEAD_BYTES; ; window *= 8) {
    const bytes = await reader.peek(window);
    const head = classifyHead(bytes, bytes.length < window);
    if (head.is !== 'blank' || bytes.length < window || window > BLANK_BYTES) return head;
  }
}

function skipped(code: ErrorCode, context: Record<string, string> = {}): Found {
  return { is: 'skipped', code, context };
}

/** `tar.gz` as everybody calls it; else the containers' names, innermost first, like the endings of a file's name. */
function packingOf(around: string[]): string | null {
  return around.length === 0 ? null : [...around].reverse().join('.');
}
