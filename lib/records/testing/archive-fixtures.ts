import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive that a test makes; what is not said is as an ordinary tool writes it. */
export interface ArchiveEntryFixture {
  name: string;
  data: Buffer;
  /** Tar: type flag, `0` for a file. */
  type?: string;
  /** Zip: 0 stored, 8 DEFLATE. */
  method?: number;
  flags?: number;
  /** Zip: what the headers state instead of the truth. */
  crc?: number;
  textBytes?: number;
  /** Zip: Unix mode in the directory. */
  mode?: number;
  /** Zip: takes the local header of the entry of this number instead of its own. */
  sharesWith?: number;
}

/** A zip archive with these entries. */
export function zipFixture(entries: ArchiveEntryFixture[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const {
      method = 8,
      flags = 0,
      crc = crc32(entry.data),
      textBytes = entry.data.length,
      mode = 0o100644,
    } = entry;
    const name = Buffer.from(entry.name);
    const data = method === 8 ? deflateRawSync(entry.data) : entry.data;
    const fields = Buffer.alloc(26);
    [20, flags, method, 0, 0x21].forEach((value, i) => fields.writeUInt16LE(value, i * 2));
    [crc, data.length, textBytes].forEach((value, i) => fields.writeUInt32LE(value, 10 + i * 4));
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]);
    offsets.push(entry.sharesWith === undefined ? at : (offsets[entry.sharesWith] as number));
    if (entry.sharesWith === undefined) locals.push(local);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(mode * 65_536, 6);
    tail.writeUInt32LE(offsets.at(-1) as number, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), fields, tail, name]));
    if (entry.sharesWith === undefined) at += local.length;
  }
  const size = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** A tar archive with these entries. */
export function tarFixture(entries: ArchiveEntryFixture[]): Buffer {
  return Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)]);
}

function tarEntry({ name, data, type = '0' }: ArchiveEntryFixture): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0        ', 136);
  header.write(type, 156);
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
}
