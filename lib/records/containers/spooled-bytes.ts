import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ByteReader } from './byte-reader';
import type { StoredBytes } from './stored-bytes';

/** An archive inside another, written to the process's private temporary folder so that it can be read at any offset. */
export class SpooledBytes implements StoredBytes {
  /** Size in bytes. */
  readonly bytes: number;

  private constructor(
    private readonly fd: number,
    private readonly dir: string,
  ) {
    this.bytes = fstatSync(fd).size;
  }

  /** Writes all that the reader gives. */
  static async of(reader: ByteReader): Promise<SpooledBytes> {
    const dir = mkdtempSync(join(tmpdir(), 'spool-'));
    const fd = openSync(join(dir, 'bytes'), 'wx+', 0o600);
    try {
      for (let piece = await reader.next(); piece; piece = await reader.next()) {
        for (let at = 0; at < piece.length;) at += writeSync(fd, piece, at);
      }
      return new SpooledBytes(fd, dir);
    } catch (error) {
      closeSync(fd);
      rmSync(dir, { recursive: true, force: true });
      throw error;
    }
  }

  /** Reads into `view` from offset `at`; returns how many bytes, 0 at the end. */
  readAt(at: number, view: Uint8Array): number {
    return readSync(this.fd, view, 0, view.length, at);
  }

  /** Removes the file with its folder. */
  close(): void {
    closeSync(this.fd);
    rmSync(this.dir, { recursive: true, force: true });
  }
}
