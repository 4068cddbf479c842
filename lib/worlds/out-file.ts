import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

/** One file in the making, written piece by piece; knows its lines, its bytes and its hash. */
export class OutFile {
  lines = 0;
  bytes = 0;
  readonly #hash = createHash('sha256');
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Creates the file; it must not exist. */
  static async create(path: string): Promise<OutFile> {
    return new OutFile(await open(path, 'wx', 0o600));
  }

  async add(bytes: Uint8Array, lines: number): Promise<void> {
    this.lines += lines;
    this.bytes += bytes.length;
    this.#hash.update(bytes);
    for (let from = 0; from < bytes.length;)
      from += (await this.#file.write(bytes, from, bytes.length - from)).bytesWritten;
  }

  /** Closes the file. @returns its hex SHA-256 */
  async finish(): Promise<string> {
    await this.#file.close();
    return this.#hash.digest('hex');
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
