import type { PassExports } from './pass-exports';

/** Lays bytes into a pass's memory for one call. */
export function copyIntoWasm(
  pass: PassExports,
  bytes: Buffer,
  to: (p: number, length: number) => void,
): void {
  const p = pass.allocate(bytes.length + 16) >>> 0;
  new Uint8Array(pass.memory.buffer, p, bytes.length).set(bytes);
  to(p, bytes.length);
  pass.release(p);
}
