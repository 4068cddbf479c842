import type { PersonAttribute } from './person-attributes';

/** Bits in one whole number of SQL and of JavaScript's bit operators. */
const WORD = 30;

/** Which bit stands for which attribute. */
export interface AttributeBitmask {
  /** Names of the words, `w0` and on: columns of whole numbers with 30 bits each. */
  words: string[];
  /** SQL of the words on a row of one table. */
  columns(kind: string, attributes: PersonAttribute[]): string;
  /** For each word, the bits of the attributes with one of these ids. */
  masks(ids: string[]): number[];
}

/**
 * Gives every attribute id a bit. Attributes that hold for every document of a kind share that kind's bit, and another path of the
 * same kind adds nothing to them.
 */
export function attributeBitmask(attributes: PersonAttribute[]): AttributeBitmask {
  const always = new Set(
    attributes
      .filter((attribute) => attribute.always)
      .map((attribute) => `${attribute.kind} ${attribute.id}`),
  );
  const name = ({ kind, id }: PersonAttribute) => (always.has(`${kind} ${id}`) ? `kind:${kind}` : id);
  const names = [...new Set(attributes.map(name))];
  const words = Array.from({ length: Math.ceil(names.length / WORD) }, (_, i) => `w${i}`);
  const inWord = (i: number) => names.slice(i * WORD, (i + 1) * WORD);
  return {
    words,
    columns(kind, own) {
      const terms = (i: number) =>
        inWord(i).flatMap((each, bit) => term(each, { kind, bit, conditions: of(each) }));
      const of = (each: string) =>
        own.filter((attribute) => name(attribute) === each).map((attribute) => attribute.condition);
      return words.map((word, i) => `cast(${terms(i).join(' + ') || '0'} as integer) as ${word}`).join(', ');
    },
    masks(ids) {
      const wanted = new Set(attributes.filter((attribute) => ids.includes(attribute.id)).map(name));
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
