// Serial numbers of objects, by which it is told whether an object has had a key.
import { nodeAt, nodeCount } from '../tape/node';

export let serial: u32 = 0;
/** Serial numbers are given anew once one is above this: a block has fewer objects than are left then. */
const LAST_SERIAL: u32 = 0xe0000000;

/** A number no object had before; starts again before it runs out. */
@inline export function nextSerial(): u32 {
  return ++serial;
}

/** Must be asked between blocks: forgets all stamps when serial numbers run out. */
export function renewSerials(): void {
  if (serial < LAST_SERIAL) return;
  serial = 0;
  for (let i: u32 = 0; i < nodeCount; i++) nodeAt(i).stamp = 0;
}
