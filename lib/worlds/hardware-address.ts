import { MOST_DEVICES } from './person';
import type { Sink } from './sink';

/**
 * Writes a hardware address: a model's locally administered prefix of two bytes, then 32 bits that are different for
 * every device of the population (the finaliser of MurmurHash3 is a bijection).
 */
export function writeHardwareAddress(prefix: string, person: number, device: number, sink: Sink): void {
  let h = (person * MOST_DEVICES + device) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  sink.ascii(prefix);
  sink.hexUpper(h, 8);
}
