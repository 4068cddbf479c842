import type { Randoms } from './randoms';
import type { Sink } from './sink';
import { TABLE } from './tables';

/** Writes a person's account id: 32 lower-case hex digits. */
export function writeUserId(randoms: Randoms, person: number, sink: Pick<Sink, 'hex'>): void {
  for (let half = 0; half < 2; half++) {
    randoms.u64(TABLE.id, person, half);
    sink.hex(randoms.high);
    sink.hex(randoms.low);
  }
}
