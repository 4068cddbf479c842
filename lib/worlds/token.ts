import type { Sink } from './sink';
import type { Population } from './population';
import { TABLE } from './tables';

const MARK = 'SYNTHETIC-';

/** Writes a token: our mark and 32 hex digits. `which` 0 and 1 are a person's API tokens, 2 the third party's. */
export function writeToken({ randoms }: Population, person: number, which: number, sink: Sink): void {
  sink.ascii(MARK);
  for (let half = 0; half < 2; half++) {
    randoms.u64(TABLE.token, person, which, half);
    sink.hex(randoms.high);
    sink.hex(randoms.low);
  }
}

/** The last six hex digits of a token, as a number. */
export function tokenTail({ randoms }: Population, person: number, which: number): number {
  return randoms.u64(TABLE.token, person, which, 1).low & 0xffffff;
}
