/** A format that is told by its first bytes and not read: its name, and the command that makes a readable copy. */
export interface ForeignFormat {
  name: string;
  /** Conversion to run; FILE stands for the file. Empty where there is nothing to convert. */
  command: string;
}

/** Containers and column files that are opened. */
export type Container = 'gzip' | 'zstd' | 'zip' | 'tar' | 'parquet';

const UNPACKED = 'FILE.txt';
const FROM_POSTGRES = `psql DATABASE -c "\\\\copy TABLE to 'TABLE.csv' csv header"`;
const IN_PYTHON = (read: string) => `python3 -c 'import pandas; pandas.${read}("FILE").to_csv("FILE.csv")'`;

/** First bytes (latin-1) → format. Short marks of plain letters also need a byte that no text holds (`binary`). */
const FOREIGN: { mark: RegExp; binary?: true; name: string; command: string }[] = [
  { mark: /^\xfd7zXZ\0/, name: 'xz', command: `xz -dc FILE > ${UNPACKED}` },
  { mark: /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/, name: 'bzip2', command: `bzip2 -dc FILE > ${UNPACKED}` },
  { mark: /^7z\xbc\xaf'\x1c/, name: '7-Zip', command: '7z x FILE' },
  { mark: /^Rar!\x1a\x07/, name: 'RAR', command: 'unrar x FILE' },
  { mark: /^\x04"M\x18/, name: 'lz4', command: `lz4 -dc FILE > ${UNPACKED}` },
  { mark: /^\x1f[\x9d\xa0]/, name: 'compress', command: `gzip -dc FILE > ${UNPACKED}` },
  { mark: /^LZIP[\0\x01]/, name: 'lzip', command: `lzip -dc FILE > ${UNPACKED}` },
  { mark: /^\x5d\0\0[\0-\xff]{2}/, name: 'lzma', command: `xz --format=lzma -dc FILE > ${UNPACKED}` },
  { mark: /^\x89LZO\0/, name: 'lzop', command: `lzop -dc FILE > ${UNPACKED}` },
  { mark: /^\xff\x06\0\0sNaPpY/, name: 'snappy', command: `snzip -dc FILE > ${UNPACKED}` },
  {
    mark: /^SQLite format 3\0/,
    name: 'SQLite',
    command: 'sqlite3 -header -csv FILE "select * from TABLE" > FILE.csv',
  },
  {
    mark: /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    name: 'Excel (xls)',
    command: 'libreoffice --headless --convert-to csv FILE',
  },
  { mark: /^%PDF-/, name: 'PDF', command: 'pdftotext -layout FILE FILE.txt' },
  { mark: /^Obj\x01/, name: 'Avro', command: `java -jar avro-tools.jar tojson FILE > FILE.ndjson` },
  { mark: /^ORC/, binary: true, name: 'ORC', command: IN_PYTHON('read_orc') },
  { mark: /^(?:ARROW1\0\0|FEA1)/, binary: true, name: 'Arrow', command: IN_PYTHON('read_feather') },
  { mark: /^\x89HDF\r\n\x1a\n/, name: 'HDF5', command: IN_PYTHON('read_hdf') },
  {
    mark: /^PGDMP/,
    binary: true,
    name: 'pg_dump (custom format)',
    command: `pg_restore -d DATABASE FILE && ${FROM_POSTGRES}`,
  },
  {
    mark: /^[\0-\xff]{4}(?:\0\x01\0\0Standard (?:Jet|ACE) DB)/,
    name: 'Access',
    command: 'mdb-export FILE TABLE > FILE.csv',
  },
  {
    mark: /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|\x7fELF|MZ[\0-\xff]{2}|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|OggS\0|ID3[\x02-\x04]|RIFF[\0-\xff]{4}(?:WAVE|AVI |WEBP)|\0\0\0[\x14-\x20]ftyp)/,
    binary: true,
    name: 'no kind of table or record',
    command: '',
  },
];

/** What stands in a zip archive that is one document of an office program. */
export const OFFICE: { entry: RegExp; format: ForeignFormat }[] = [
  {
    entry: /^xl\/(?:workbook|worksheets\/)/,
    format: { name: 'Excel (xlsx)', command: 'libreoffice --headless --convert-to csv FILE' },
  },
  {
    entry: /^(?:word|ppt)\//,
    format: { name: 'an office document', command: 'libreoffice --headless --convert-to pdf FILE' },
  },
  {
    entry: /^content\.xml$/,
    format: { name: 'OpenDocument', command: 'libreoffice --headless --convert-to csv FILE' },
  },
];

/** Which container the first bytes belong to; null for anything else. */
export function containerOf(head: Buffer): Container | null {
  const first = head.length >= 4 ? head.readUInt32LE(0) : 0;
  if ((first & 0xffffff) === 0x088b1f) return 'gzip';
  if (first === 0xfd2fb528 || (first >>> 4 === 0x0184d2a5 && head.length > 8)) return 'zstd';
  if (first === 0x04034b50 || first === 0x06054b50) return 'zip';
  if (first === 0x31524150) return 'parquet';
  return null;
}

/** Which foreign format the first bytes belong to; null for anything else. */
export function foreignOf(head: Buffer): ForeignFormat | null {
  const text = head.toString('latin1', 0, 64);
  const isBinary = /[\0-\x08\x0e-\x1f]/.test(head.toString('latin1', 0, 512));
  return FOREIGN.find(({ mark, binary }) => mark.test(text) && (!binary || isBinary)) ?? null;
}
