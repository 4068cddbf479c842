import type { SlowDocument } from './reference-inventory';
import { readSlowly, type SlowObject, type SlowOptions } from './reference-json';
import { slowPlaces } from './reference-places';

/** One record of a part, numbered from 1: where it lies, and what a slow reading makes of it. */
export interface SlowRecord {
  number: number;
  line: number;
  byte: number;
  length: number;
  read: (Pick<SlowDocument, 'keys' | 'values'> & { objects: SlowObject[] }) | 'refused';
}

/** The records of a text, worked out character by character; `count`: how many numbers they take. */
export function slowRecords(
  bytes: Buffer,
  { format, ...told }: { format: string } & SlowOptions,
): { records: SlowRecord[]; count: number } {
  const places = format === 'ndjson' ? linePlaces(bytes) : slowPlaces(bytes);
  const records = places.flatMap(({ line, byte, length }, i): SlowRecord[] => {
    const text = Buffer.from(
      bytes
        .subarray(byte, byte + length)
        .toString('latin1')
        .replace(/\n/g, '\r'),
      'latin1',
    );
    const read = readSlowly(text, told);
    if (read === 'blank') return [];
    const document =
      read === 'refused' ? read : { keys: read.keys, values: read.document, objects: read.objects };
    return [{ number: i + 1, line, byte, length, read: document }];
  });
  return { records, count: places.length };
}

function linePlaces(bytes: Buffer): { line: number; byte: number; length: number }[] {
  const places: { line: number; byte: number; length: number }[] = [];
  for (let byte = 0; byte < bytes.length;) {
    const end = bytes.indexOf(10, byte);
    places.push({ line: places.length + 1, byte, length: end - byte });
    byte = end + 1;
  }
  return places;
}
