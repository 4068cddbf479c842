import type { ErrorCode } from '../contract/errors';
import { KINDS, type Kind } from './paths';
import type { Sink } from './sink';
import type { WorldParameters } from './world-parameters';

/** Where a broken line stands in its file: line from 1, byte from 0. */
export interface BrokenLine {
  line: number;
  byte: number;
  code: ErrorCode;
}

const bytes = (text: string) => Buffer.from(text, 'latin1');

/** One broken line of each sort; `latin1` writes the bytes as they stand. */
const LINES: Partial<Record<ErrorCode, Buffer>> = {
  SYNTAX: bytes('{"user_id":"00c0ffee00c0ffee00c0ffee00c0ffee","email":"cut.short@exam'),
  CONTROL_CHARACTER: bytes('{"user_id":"00c0ffee00c0ffee00c0ffee00c0ffee","nickname":"a\x01b"}'),
  BAD_ESCAPE: bytes('{"user_id":"00c0ffee00c0ffee00c0ffee00c0ffee","nickname":"a\\x41b"}'),
  TOO_DEEP: bytes(`{"user_id":${'['.repeat(1200)}${']'.repeat(1200)}}`),
  NOT_UTF8: bytes('{"user_id":"00c0ffee00c0ffee00c0ffee00c0ffee","nickname":"caf\xe9 \xc3("}'),
};

/** Adds the broken lines that the parameters ask for, spread evenly over the people written. */
export class BrokenLines {
  readonly #due = new Map<number, { kind: Kind; code: ErrorCode }[]>();

  /** @param people people written in all */
  constructor(broken: WorldParameters['broken'], people: number) {
    for (const kind of KINDS) {
      const codes = broken[kind] ?? [];
      codes.forEach((code, i) => {
        const after = Math.floor(((i + 1) * people) / (codes.length + 1));
        this.#due.set(after, [...(this.#due.get(after) ?? []), { kind, code }]);
      });
    }
  }

  /** Writes what is due after so many people, and gives where it stands in what the sinks hold. */
  after(people: number, sinks: Record<Kind, Sink>): (BrokenLine & { kind: Kind })[] {
    const due = this.#due.get(people);
    if (!due) return [];
    return due.map(({ kind, code }) => {
      const sink = sinks[kind];
      sink.form.broken(sink);
      const place = { kind, line: sink.lines + 1, byte: sink.at, code };
      sink.copy(LINES[code] as Buffer);
      sink.endLine();
      return place;
    });
  }
}
