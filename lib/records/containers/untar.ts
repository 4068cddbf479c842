import { ByteReader, within } from './byte-reader';

const BLOCK = 512;
/** Extended headers and long names are short; a longer one is taken for damage. */
const MOST_HEADER_BYTES = 1 << 20;

/** One entry of a tar archive. */
export interface TarEntry {
  /** Private, as in every archive. */
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
  /** Its bytes; what is left of them is passed over when the next entry is asked for. */
  reader: ByteReader;
}

interface Header {
  name: string;
  type: string;
  bytes: number;
}

/**
 * Reads a tar archive (POSIX ustar and pax, GNU long names) in one go. `onDamage` is called once for a header whose sum
 * is wrong, or where the archive ends before its closing blocks: it was cut.
 */
export async function* untar(reader: ByteReader, onDamage: () => void): AsyncGenerator<TarEntry, void, void> {
  const given = new Map<string, string>();
  for (let next = new Map<string, string>(); ;) {
    const block = await reader.take(BLOCK);
    if (block.length < BLOCK) return onDamage();
    if (block.every((byte) => byte === 0)) return drain(reader);
    const header = readHeader(block);
    if (!header) return onDamage();
    if ('xgLK'.includes(header.type)) {
      if (header.bytes > MOST_HEADER_BYTES) return onDamage();
      const data = await reader.take(padded(header.bytes));
      if (data.length < padded(header.bytes)) return onDamage();
      const text = data.subarray(0, header.bytes);
      if (header.type === 'g') readPax(text, given);
      else if (header.type === 'x') readPax(text, next);
      else if (header.type === 'L') next.set('path', cString(text));
      continue;
    }
    const extended = new Map([...given, ...next]);
    const bytes = Number(extended.get('size') ?? header.bytes);
    if (!Number.isSafeInteger(bytes) || bytes < 0) return onDamage();
    const counted = counting(within(reader, bytes));
    const kind = extended.has('GNU.sparse.major') ? 'other' : kindOf(header);
    yield { name: extended.get('path') ?? header.name, kind, reader: counted.reader };
    if (!(await reader.skip(padded(bytes) - counted.taken()))) return onDamage();
    next = new Map();
  }
}

/** Whether these are the first bytes of a tar archive. */
export function isTar(head: Buffer): boolean {
  return head.length >= BLOCK && head[0] !== 0 && readHeader(head.subarray(0, BLOCK)) !== null;
}

function kindOf({ type, name }: Header): TarEntry['kind'] {
  if (type === '5' || (type === '0' && name.endsWith('/'))) return 'folder';
  if (type === '0' || type === '7') return 'file';
  return type === '1' || type === '2' ? 'link' : 'other';
}

function readHeader(block: Buffer): Header | null {
  const stated = parseInt(
    block
      .toString('latin1', 148, 156)
      .replace(/[\0 ]+$/, '')
      .trim(),
    8,
  );
  let sum = 8 * 32;
  for (const [i, byte] of block.entries()) if (i < 148 || i >= 156) sum += byte;
  const bytes = readNumber(block.subarray(124, 136));
  if (sum !== stated || bytes === null) return null;
  const isUstar = block.toString('latin1', 257, 262) === 'ustar';
  const prefix = isUstar && block[262] === 0 ? cString(block.subarray(345, 500)) : '';
  const name = cString(block.subarray(0, 100));
  const type = String.fromCharCode(block[156] || 48);
  // Links and folders hold no bytes, whatever their header says.
  return { name: prefix ? `${prefix}/${name}` : name, type, bytes: '12345'.includes(type) ? 0 : bytes };
}

/** Octal digits, or GNU's binary form for large files. */
function readNumber(field: Buffer): number | null {
  if (field[0] === 0x80) return Number(field.readBigUInt64BE(field.length - 8));
  const text = field
    .toString('latin1')
    .replace(/[\0 ]+$/, '')
    .trim();
  return /^[0-7]*$/.test(text) ? parseInt(text || '0', 8) : null;
}

/** Records of the form "LENGTH KEY=VALUE\n". */
function readPax(data: Buffer, records: Map<string, string>): void {
  for (let at = 0; at < data.length;) {
    const blank = data.indexOf(32, at);
    const length = Number(data.toString('latin1', at, blank));
    if (blank < 0 || !Number.isSafeInteger(length) || length < 5) break;
    const record = data.toString('utf8', blank + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
}

function cString(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / BLOCK) * BLOCK;
}

function counting(inner: ByteReader): { reader: ByteReader; taken(): number } {
  let taken = 0;
  const reader = new ByteReader(async () => {
    const piece = await inner.next();
    taken += piece?.length ?? 0;
    return piece;
  });
  return { reader, taken: () => taken };
}

async function drain(reader: ByteReader): Promise<void> {
  while (await reader.next());
}
