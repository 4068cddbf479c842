import type { ReferenceDocument } from './reference-inventory';
import { referenceJson, type ReferenceObject, type ReferenceOptions } from './reference-json';
import { referencePlaces } from './reference-places';

/** One record of a part, numbered from 1: where it lies, and what a reference reading makes of it. */
export interface ReferenceRecord {
  number: number;
  line: number;
  byte: number;
  length: number;
  read: (Pick<ReferenceDocument, 'keys' | 'values'> & { objects: ReferenceObject[] }) | 'refused';
}

/** The records of a text, worked out character by character; `count`: how many numbers they take. */
export function referenceRecords(
  bytes: Buffer,
  { format, ...told }: { format: string } & ReferenceOptions,
): { records: ReferenceRecord[]; count: number } {
  const places = format === 'ndjson' ? linePlaces(bytes) : referencePlaces(bytes);
  const records = places.flatMap(({ line, byte, length }, i): ReferenceRecord[] => {
    const text = Buffer.from(
      bytes
        .subarray(byte, byte + length)
        .toString('latin1')
        .replace(/\n/g, '\r'),
      'latin1',
    );
    const read = referenceJson(text, told);
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
