import type { ErrorCode } from '../../contract/errors';
import type { WorldParameters } from '../parameters/world-parameters';
import type { DocumentBuffer } from './document-buffer';
import type { Layout } from './layout';

/** Where a broken line stands in its file: line from 1, byte from 0. */
export interface BrokenLine {
  line: number;
  byte: number;
  code: ErrorCode;
}

/** The kinds as {@link BrokenLines} see them, in their order. */
interface Kind {
  name: string;
  /** Path of the person's id. */
  key: string;
  buffer: DocumentBuffer;
  layout: Layout;
}

/** One broken line of each sort, of a person, a column that is cut short and one that holds what no text can. */
const LINES: Partial<Record<ErrorCode, (key: string, cut: string, text: string) => string>> = {
  SYNTAX: (key, cut) => `{${key},"${cut}":"cut.short@exam`,
  CONTROL_CHARACTER: (key, _, text) => `{${key},"${text}":"a\x01b"}`,
  BAD_ESCAPE: (key, _, text) => `{${key},"${text}":"a\\x41b"}`,
  TOO_DEEP: (key) => `{${key.slice(0, key.indexOf(':') + 1)}${'['.repeat(1200)}${']'.repeat(1200)}}`,
  NOT_UTF8: (key, _, text) => `{${key},"${text}":"caf\xe9 \xc3("}`,
};

const NOTHING: never[] = [];

/** Adds the broken lines that the parameters ask for, spread evenly over the people written. */
export class BrokenLines {
  readonly #due = new Map<number, { kind: number; code: ErrorCode; bytes: Buffer }[]>();
  readonly #kinds: readonly Kind[];

  /** @param people people written in all @param wanted null where no line can be broken without the others */
  constructor(wanted: WorldParameters['broken'] | null, people: number, kinds: readonly Kind[]) {
    this.#kinds = kinds;
    if (!wanted) return;
    for (const [kind, { name, key }] of kinds.entries()) {
      const codes = wanted.lines[name] ?? [];
      for (const [i, code] of codes.entries()) {
        const after = Math.floor(((i + 1) * people) / (codes.length + 1));
        const text = LINES[code]?.(`"${key}":"${wanted.key}"`, wanted.cut, wanted.text) ?? '';
        const due = { kind, code, bytes: Buffer.from(text, 'latin1') };
        this.#due.set(after, [...(this.#due.get(after) ?? []), due]);
      }
    }
  }

  /** Writes what is due after so many people, and gives where it stands in what the buffers hold, with the kind's index. */
  after(people: number): (BrokenLine & { kind: number })[] {
    const due = this.#due.get(people);
    if (!due) return NOTHING;
    return due.flatMap(({ kind, code, bytes }) => {
      const into = this.#kinds[kind];
      if (!into) return [];
      const { buffer, layout } = into;
      layout.broken(buffer);
      const place = { kind, line: buffer.lines + 1, byte: buffer.at, code };
      buffer.copy(bytes);
      buffer.endLine();
      return [place];
    });
  }
}
