// The stack of the objects and arrays around the value at work.
import { Node } from '../tape/node';

/** An object or array around the value at work. */
@unmanaged
export class Frame {
  node: Node;
  row: u32;
  /** Serial number of the object; 0 for an array. */
  serial: u32;
  /** Its folded members so far. */
  folded: u32;
}

@inline export function above(frame: Frame): Frame {
  return changetype<Frame>(changetype<usize>(frame) + offsetof<Frame>());
}
@inline export function below(frame: Frame): Frame {
  return changetype<Frame>(changetype<usize>(frame) - offsetof<Frame>());
}
