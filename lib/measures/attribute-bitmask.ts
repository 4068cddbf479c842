import type { Mark } from './person-attributes';

/** Bits in one whole number of SQL and of JavaScript's bit operators. */
const WORD = 30;

/** Which bit stands for which mark. */
export interface MarkBits {
  /** Names of the words, `w0` and on: columns of whole numbers with 30 bits each. */
  words: string[];
  /** SQL of the words on a row of one table. */
  columns(kind: string, marks: Mark[]): string;
  /** For each word, the bits of the marks with one of these ids. */
  masks(ids: string[]): number[];
}

/**
 * Gives every mark id a bit. Marks that hold for every document of a kind share that kind's bit, and another path of the
 * same kind adds nothing to them.
 */
export function markBits(marks: Mark[]): MarkBits {
  const always = new Set(marks.filter((mark) => mark.always).map((mark) => `${mark.kind} ${mark.id}`));
  const name = ({ kind, id }: Mark) => (always.has(`${kind} ${id}`) ? `kind:${kind}` : id);
  const names = [...new Set(marks.map(name))];
  const words = Array.from({ length: Math.ceil(names.length / WORD) }, (_, i) => `w${i}`);
  const inWord = (i: number) => names.slice(i * WORD, (i + 1) * WORD);
  return {
    words,
    columns(kind, own) {
      const terms = (i: number) =>
        inWord(i).flatMap((each, bit) => term(each, { kind, bit, conditions: of(each) }));
      const of = (each: string) => own.filter((mark) => name(mark) === each).map((mark) => mark.condition);
      return words.map((word, i) => `cast(${terms(i).join(' + ') || '0'} as integer) as ${word}`).join(', ');
    },
    masks(ids) {
      const wanted = new Set(marks.filter((mark) => ids.includes(mark.id)).map(name));
      return words.map((_, i) =>
        inWord(i).reduce((mask, each, bit) => (wanted.has(each) ? mask | (1 << bit) : mask), 0),
      );
    },
  };
}

/** SQL of one bit in its word; nothing where no document of the table sets it. */
function term(name: string, at: { kind: string; bit: number; conditions: string[] }): string[] {
  const power = 2 ** at.bit;
  if (name === `kind:${at.kind}`) return [`${power}`];
  if (at.conditions.length === 0) return [];
  return [`case when ${[...new Set(at.conditions)].join(' or ')} then ${power} else 0 end`];
}
