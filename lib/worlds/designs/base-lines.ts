import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { KindPlan } from '../population/population-plan';
import type { WorldMade } from '../make/world-options';

/** A whole world, with its kinds in the order of its files. */
export interface BaseWorld {
  made: WorldMade;
  kinds: readonly KindPlan[];
}

/** One line of a whole world. */
export interface BaseLine {
  kind: KindPlan;
  /** Name of its file. */
  file: string;
  /** Line of the file, from 1. */
  line: number;
  /** Place among all lines of all files, from 0: the order of a scroll. */
  place: number;
  bytes: Buffer;
  /** What a broken line is refused for; null for a document. */
  broken: string | null;
}

/** Every line of a whole world, file by file: what a scroll through the server would give. */
export function* baseLines({ made: { files, truth }, kinds }: BaseWorld): Iterable<BaseLine> {
  let place = 0;
  for (const kind of kinds) {
    const path = files[kind.index];
    if (path === undefined) continue;
    const bytes = readFileSync(path);
    const broken = new Map(truth.files[kind.index]?.broken.map(({ line, code }) => [line, code]));
    for (let from = 0, line = 1; from < bytes.length; line++) {
      const end = bytes.indexOf(10, from);
      yield {
        kind,
        file: basename(path),
        line,
        place: place++,
        bytes: bytes.subarray(from, end + 1),
        broken: broken.get(line) ?? null,
      };
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

/** Id of the person whose document a line is. */
export function personOfLine(line: BaseLine): string {
  const { key } = line.kind;
  return textAt(line, key.slice(key.lastIndexOf('.') + 1));
}
