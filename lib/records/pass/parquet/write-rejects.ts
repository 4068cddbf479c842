import { writeSmallParquet } from './write-small-parquet';

/** Where a refused line lies, and its code. */
export interface RejectPlace {
  part: number;
  line: number;
  byte: number;
  /** In bytes, without the line break. */
  length: number;
  code: string;
}

/** Writes rejects.parquet: places and codes, never content. */
export function writeRejects(dir: string, rejects: RejectPlace[]): void {
  writeSmallParquet(dir, 'rejects.parquet', {
    part: rejects.map(({ part }) => part),
    line: rejects.map(({ line }) => line),
    byte: rejects.map(({ byte }) => byte),
    length: rejects.map(({ length }) => length),
    code: rejects.map(({ code }) => Buffer.from(code)),
  });
}
