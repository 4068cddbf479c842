import type { TextEncoding } from './guess-encoding';

/** The decoded text of a part: UTF-8, but for lines that no encoding explains. */
export interface PartText {
  /** Fills `view` with the next bytes; returns how many, 0 at the end. */
  read(view: Uint8Array): Promise<number>;
  /** True, once the end was reached, if the archive is damaged, cut short or followed by something else. */
  readonly damaged: boolean;
  /** What it was decoded from; final once the end was reached. */
  readonly encoding?: TextEncoding;
}
