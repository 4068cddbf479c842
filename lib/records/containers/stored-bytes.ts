/** Stored bytes that can be read at any offset. */
export interface StoredBytes {
  readonly bytes: number;
  /** Fills `view` from offset `at`, or a part of it; returns how many bytes, 0 at the end. */
  readAt(at: number, view: Uint8Array): number;
}

/** The `count` bytes from offset `at` on, fewer where the end comes first; none before the beginning. */
export function readStored(stored: StoredBytes, at: number, count: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(count, stored.bytes - at)));
  let have = 0;
  for (let read = 1; read > 0 && have < bytes.length; have += read)
    read = stored.readAt(at + have, bytes.subarray(have));
  return bytes.subarray(0, have);
}
