import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { GzipText } from './gzip-text';
import type { HitsPages } from './hits-pages';

/** What an {@link OutFile} does with text before it is written. */
export interface OutFileOptions {
  gz: boolean;
  /** Line that stands before everything else. */
  head: string | null;
  pages: HitsPages | null;
}

/** One file in the making, written piece by piece; knows its lines, the bytes of its text and its hashes. */
export class OutFile {
  /** Lines given, the head among them. */
  lines = 0;
  /** Bytes of the text, uncompressed. */
  bytes = 0;
  readonly #file: FileHandle;
  readonly #pages: HitsPages | null;
  readonly #gzip: GzipText | null;
  readonly #hash = createHash('sha256');
  readonly #text = createHash('sha256');

  private constructor(file: FileHandle, { gz, pages }: OutFileOptions) {
    this.#file = file;
    this.#pages = pages;
    this.#gzip = gz ? new GzipText() : null;
  }

  /** Creates the file; it must not exist. */
  static async create(path: string, options: OutFileOptions): Promise<OutFile> {
    const made = new OutFile(await open(path, 'wx', 0o600), options);
    if (options.head !== null) await made.#write([Buffer.from(`${options.head}\n`)], 1);
    return made;
  }

  /** Adds whole lines. */
  async add(bytes: Uint8Array, lines: number): Promise<void> {
    await this.#write(this.#pages ? this.#pages.add(bytes) : [bytes], lines);
  }

  /** Ends and closes the file. @returns hex SHA-256 of the file, and of its text where that is another one */
  async finish(): Promise<{ sha256: string; text: string | null }> {
    if (this.#pages) await this.#write(this.#pages.finish(), 0);
    if (this.#gzip) await this.#put(this.#gzip.finish());
    await this.#file.close();
    return { sha256: this.#hash.digest('hex'), text: this.#gzip ? this.#text.digest('hex') : null };
  }

  /** Closes a file that was not finished. */
  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(pieces: Uint8Array[], lines: number): Promise<void> {
    const [first] = pieces;
    const text = first && pieces.length === 1 ? first : Buffer.concat(pieces);
    if (text.length === 0) return;
    this.lines += lines;
    this.bytes += text.length;
    if (!this.#gzip) return this.#put(text);
    this.#text.update(text);
    await this.#put(await this.#gzip.add(text));
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    for (let from = 0; from < bytes.length;)
      from += (await this.#file.write(bytes, from, bytes.length - from)).bytesWritten;
  }
}
