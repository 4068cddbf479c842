/** Where a refused line lies, and its code. */
export interface RejectPlace {
  part: number;
  line: number;
  byte: number;
  /** In bytes, without the line break. */
  length: number;
  code: string;
}
