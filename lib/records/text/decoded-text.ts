import { isAscii } from 'node:buffer';
import type { PartText } from './part-text';
import type { ByteReader } from '../containers/byte-reader';
import type { Damage } from './damage';
import { guessByteEncoding, type TextEncoding } from './guess-encoding';
import { recoderOf, type Recoder } from './recode';

/** What is looked at to tell an encoding, in bytes. */
const STRETCH_BYTES = 65_536;

/**
 * The text of a part as UTF-8. While it is ASCII its encoding is open; the stretch that begins at the first byte above
 * 0x7F decides. Bytes that do not fit are handed on: their lines are rejected by whoever reads lines.
 */
export class DecodedText implements PartText {
  #recoder: Recoder | null = null;
  #open: boolean;
  #encoding: TextEncoding;
  #ended = false;
  #out: Uint8Array = new Uint8Array(0);

  /** @param encoding as the head says it; `utf-8` stays open until a byte above 0x7F */
  constructor(
    private readonly reader: ByteReader,
    encoding: TextEncoding,
    private readonly how: { isJson: boolean; damage: Damage },
  ) {
    this.#open = encoding === 'utf-8';
    this.#encoding = encoding;
    if (encoding !== 'utf-8') this.#recoder = recoderOf(encoding);
  }

  /** Whether the archive around it is damaged, as far as it was read. */
  get damaged(): boolean {
    return this.how.damage.claim();
  }

  /** Final once the end was reached. */
  get encoding(): TextEncoding {
    return this.#encoding === 'latin-1' && this.#recoder?.hasSymbols ? 'cp1252' : this.#encoding;
  }

  /** Fills `view` with the next bytes; resolves to how many, 0 at the end. */
  async read(view: Uint8Array): Promise<number> {
    while (this.#out.length === 0) {
      if (this.#ended) return 0;
      const piece = await this.reader.next(view.length);
      if (piece && this.#open && !isAscii(piece)) {
        this.reader.unread(piece);
        await this.#decide(piece.findIndex((byte) => byte > 0x7f));
        continue;
      }
      this.#ended = piece === null;
      this.#out = piece ? (this.#recoder?.recode(piece) ?? piece) : (this.#recoder?.end() ?? this.#out);
    }
    const count = Math.min(view.length, this.#out.length);
    view.set(this.#out.subarray(0, count));
    this.#out = this.#out.subarray(count);
    return count;
  }

  /** Looks at what begins at the first byte above 0x7F, `at` bytes from here. */
  async #decide(at: number): Promise<void> {
    const seen = await this.reader.peek(at + STRETCH_BYTES);
    const guess = guessByteEncoding(seen.subarray(at), {
      isJson: this.how.isJson,
      ended: seen.length < at + STRETCH_BYTES,
    });
    this.#open = false;
    if (!('encoding' in guess) || guess.encoding === 'utf-8') return;
    this.#encoding = guess.encoding;
    this.#recoder = recoderOf(guess.encoding);
  }
}
