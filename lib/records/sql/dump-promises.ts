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

  /** Notes what a comment promises or ends. @param line its first line */
  comment(line: string): void {
    MARKS.forEach(({ begins, ends }, i) => {
      const open = (this.#open[i] ?? 0) + (begins.test(line) ? 1 : 0) - (ends.test(line) ? 1 : 0);
      this.#open[i] = Math.max(0, open);
    });
  }

  /** Notes what a statement opens or closes. @param opening its first bytes */
  statement(opening: string): void {
    if (OPENS.test(opening) || BROKE_OFF.test(opening)) this.#block = true;
    if (CLOSES.test(opening)) this.#block = false;
  }

  /** Whether something was begun and not ended. */
  get isOpen(): boolean {
    return this.#block || this.#open.some((count) => count > 0);
  }
}
