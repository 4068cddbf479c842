import type { RejectPlace } from '../splitters/reject-place';
import { writeSmallParquet } from './write-small-parquet';

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
