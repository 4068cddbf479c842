/** Comments by which a dump says that it begins and that it is whole. */
const MARKS: { begins: RegExp; ends: RegExp }[] = [
  { begins: /^-- (?:MySQL|MariaDB) dump /, ends: /^-- Dump completed/ },
  { begins: /^-- PostgreSQL database dump\s*$/, ends: /^-- PostgreSQL database dump complete/ },
  {
    begins: /^-- PostgreSQL database cluster dump\s*$/,
    ends: /^-- PostgreSQL database cluster dump complete/,
  },
];
const OPENS = /^(?:begin|start)(?:\s+transaction|\s+work)?\s*;|^lock\s+tables?\s/i;
const CLOSES = /^(?:commit|end)(?:\s+transaction|\s+work)?\s*;|^unlock\s+tables?\s*;/i;
const BROKE_OFF = /^rollback\s*;/i;

/**
 * What a dump has begun and must end, if it is whole: its own closing comment, its transaction, its lock. A dump that is cut
 * between two statements shows nothing else.
 */
export class DumpPromises {
  readonly #open = MARKS.map(() => 0);
  #block = false;

  /** Hears the first bytes of a comment. */
  comment(line: string): void {
    MARKS.forEach(({ begins, ends }, i) => {
      if (begins.test(line)) this.#open[i] = (this.#open[i] as number) + 1;
      if (ends.test(line)) this.#open[i] = Math.max(0, (this.#open[i] as number) - 1);
    });
  }

  /** Hears the first bytes of a statement. */
  statement(opening: string): void {
    if (OPENS.test(opening) || BROKE_OFF.test(opening)) this.#block = true;
    if (CLOSES.test(opening)) this.#block = false;
  }

  /** Is anything open? */
  get isOpen(): boolean {
    return this.#block || this.#open.some((count) => count > 0);
  }
}
