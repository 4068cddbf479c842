import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { WorldMade } from './make-world';

/** One line of a whole world. */
export interface BaseLine {
  /** Name of its file. */
  file: string;
  /** Line of the file, from 1. */
  line: number;
  /** Place among all lines of all files, from 0: the order of a scroll. */
  place: number;
  bytes: Buffer;
  broken: boolean;
}

/** Every line of a whole world, file by file: what a scroll through the server would give. */
export function* baseLines({ files, truth }: WorldMade): Iterable<BaseLine> {
  let place = 0;
  for (const path of files) {
    const bytes = readFileSync(path);
    const file = basename(path);
    const broken = new Set(truth.files.find(({ name }) => name === file)?.broken.map(({ line }) => line));
    for (let from = 0, line = 1; from < bytes.length; line++) {
      const end = bytes.indexOf(10, from);
      yield { file, line, place: place++, bytes: bytes.subarray(from, end + 1), broken: broken.has(line) };
      from = end + 1;
    }
  }
}

/** Text after a key in a line, which no other key of the line ends in. */
export function textAt({ bytes }: BaseLine, key: string): string {
  const mark = `"${key}":"`;
  const from = bytes.indexOf(mark) + mark.length;
  return bytes.toString('utf8', from, bytes.indexOf(34, from));
}
