import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
/** No name, no time, no system: the same text gives the same file. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const LAST_BLOCK = Buffer.from([3, 0]);

/** One gzip member, made piece by piece; each piece is compressed beside the main thread. */
export class GzipText {
  #crc = 0;
  #size = 0;
  #begun = false;

  /** The next compressed bytes. */
  async add(text: Uint8Array): Promise<Uint8Array> {
    this.#crc = crc32(text, this.#crc);
    this.#size += text.length;
    const body = await deflate(text, { finishFlush: constants.Z_SYNC_FLUSH });
    if (this.#begun) return body;
    this.#begun = true;
    return Buffer.concat([HEADER, body]);
  }

  /** The last bytes. */
  finish(): Uint8Array {
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(this.#crc >>> 0, 0);
    tail.writeUInt32LE(this.#size % 2 ** 32, 4);
    return Buffer.concat([...(this.#begun ? [] : [HEADER]), LAST_BLOCK, tail]);
  }
}
