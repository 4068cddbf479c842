import { gunzipPart } from './gunzip-part';
import type { RawPart } from './raw-part';

/** The decoded text of a part. */
export interface PartText {
  /** Fills `view` with the next bytes; returns how many, 0 at the end. */
  read(view: Uint8Array): Promise<number>;
  /** True, once the end was reached, if the archive is damaged, cut short or followed by something else. */
  readonly damaged: boolean;
}

const READ_BYTES = 4 << 20;

/** Text of a part that is stored as it is. */
export function plainText(raw: RawPart): PartText {
  let at = 0;
  return {
    damaged: false,
    read(view) {
      const count = raw.readAt(at, view.subarray(0, READ_BYTES));
      at += count;
      return Promise.resolve(count);
    },
  };
}

/** Text of a gzipped part. */
export function gzipText(raw: RawPart): PartText {
  const text = { damaged: false, read };
  const chunks = gunzipPart(raw, () => (text.damaged = true));
  let chunk = new Uint8Array(0);
  async function read(view: Uint8Array): Promise<number> {
    while (chunk.length === 0) {
      const next = await chunks.next();
      if (next.done) return 0;
      chunk = next.value;
    }
    const count = Math.min(view.length, chunk.length);
    view.set(chunk.subarray(0, count));
    chunk = chunk.subarray(count);
    return count;
  }
  return text;
}
