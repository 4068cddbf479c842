import type { ZstdExports } from 'zstddec/stream';

/** Thrown where the data are no Zstandard frames, or a frame's own sum does not fit its text. */
export class ZstdFault extends Error {}

/** `size` bytes at `data`, of which `at` are used: the C library's ZSTD_inBuffer and ZSTD_outBuffer. */
const BUFFER_BYTES = 12;
/** Return values from here to -1 are errors. */
const LOWEST_ERROR = -120;

let library: Promise<ZstdExports> | null = null;

/** The C library, as WebAssembly; loaded once. Its own wrapper neither reports errors nor reads from a stream. */
export function loadZstd(): Promise<ZstdExports> {
  library ??= (async () => {
    const { ZSTDDecoder } = await import('zstddec/stream');
    const decoder = new ZSTDDecoder();
    const begin = decoder._init.bind(decoder);
    return new Promise<ZstdExports>((resolve, reject) => {
      decoder._init = (result) => {
        begin(result);
        resolve(result.instance.exports);
      };
      decoder.init().catch(reject);
    });
  })();
  return library;
}

/** Decodes Zstandard frames (RFC 8878), checking each frame's sum; skippable frames are passed over. */
export class ZstdStream {
  readonly #zstd: ZstdExports;
  readonly #context: number;
  readonly #in: number;
  readonly #out: number;
  readonly #inBytes: number;
  readonly #outBytes: number;
  readonly #buffers: number;
  /** Whether the data may end here: no frame is open. */
  between = true;

  constructor(zstd: ZstdExports) {
    this.#zstd = zstd;
    this.#inBytes = zstd.ZSTD_DStreamInSize();
    this.#outBytes = zstd.ZSTD_DStreamOutSize();
    this.#context = zstd.ZSTD_createDCtx();
    this.#in = zstd.malloc(this.#inBytes);
    this.#out = zstd.malloc(this.#outBytes);
    this.#buffers = zstd.malloc(2 * BUFFER_BYTES);
  }

  /** The text of the next bytes. @throws ZstdFault */
  *decode(bytes: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += this.#inBytes) {
      yield* this.#decode(bytes.subarray(at, at + this.#inBytes));
    }
  }

  /** Gives its memory back. */
  close(): void {
    this.#zstd.ZSTD_freeDCtx(this.#context);
    for (const at of [this.#in, this.#out, this.#buffers]) this.#zstd.free(at);
  }

  *#decode(piece: Uint8Array): Generator<Uint8Array> {
    const zstd = this.#zstd;
    const input = this.#buffers;
    const output = this.#buffers + BUFFER_BYTES;
    new Uint8Array(zstd.memory.buffer).set(piece, this.#in);
    this.#set(input, this.#in, piece.length);
    let full = false;
    do {
      this.#set(output, this.#out, this.#outBytes);
      const code = zstd.ZSTD_decompressStream(this.#context, output, input);
      if (code < 0 && code >= LOWEST_ERROR) throw new ZstdFault();
      this.between = code === 0;
      const have = this.#used(output);
      full = have === this.#outBytes;
      if (have > 0) yield new Uint8Array(zstd.memory.buffer).slice(this.#out, this.#out + have);
    } while (this.#used(input) < piece.length || (full && !this.between));
  }

  #set(buffer: number, data: number, size: number): void {
    new Uint32Array(this.#zstd.memory.buffer, buffer, 3).set([data, size, 0]);
  }

  #used(buffer: number): number {
    return new Uint32Array(this.#zstd.memory.buffer, buffer, 3)[2] ?? 0;
  }
}
