import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { filledSql } from './filled-sql';
import type { Mark } from './marks';

/** Bits in one whole number of SQL and of JavaScript's bit operators. */
const WORD = 30;

/** The SQL of a person's key in the documents of one kind. */
export interface PersonKey {
  /** Expression of the key's text. */
  key: string;
  /** Source of its table, with `_doc`. */
  from: string;
}

/** What {@link countPeople} goes over. */
export interface PeopleContext {
  store: Store;
  marks: Mark[];
  /** What to count, each as any of some marks. */
  counts: Map<string, string[]>;
  /** The main key in a kind; null where the kind carries none. */
  personKey: (kind: string) => PersonKey | null;
  /** Inventory rows of the main key's paths. */
  keyPaths: StorePath[];
}

/**
 * People by what they have, in one pass over the documents that carry the main key: every person gets one bit for each mark that
 * some document of theirs has, and the engine counts the patterns of bits. Marks that hold for every document of a kind share
 * that kind's bit. Bits are joined by `bit_or`, which means the same in every engine (Trino: `bitwise_or_agg`): one number
 * a person is grouped in a third of the time and memory of one column for each mark.
 *
 * @returns people by the ids of `counts`; what nobody has is not in it
 */
export async function countPeople(context: PeopleContext): Promise<Map<string, number>> {
  const kinds = [...new Set(context.marks.map((mark) => mark.kind))].filter(
    (kind) => context.personKey(kind) !== null,
  );
  const marks = context.marks.filter((mark) => kinds.includes(mark.kind));
  if (marks.length === 0) return new Map();
  const bits = bitsOf(marks);
  const words = Array.from({ length: Math.ceil(bits.names.length / WORD) }, (_, i) => `w${i}`);
  const branches = kinds.flatMap((kind) => branchesOf(kind, context, bits));
  const rows = await context.store.engine.numbers(
    `select ${words.join(', ')}, count(*) from (
       select person, ${words.map((word) => `bit_or(${word}) as ${word}`).join(', ')}
       from (${branches.join(' union all ')}) group by person
     ) group by ${words.join(', ')}`,
  );
  return countPatterns(rows, context, bits);
}

/** One bit for each kind that some mark always holds in, and one for each other mark id. */
interface Bits {
  names: string[];
  bitOf(mark: Mark): number;
}

function bitsOf(marks: Mark[]): Bits {
  const alwaysIn = new Set(marks.filter((mark) => mark.always).map((mark) => `${mark.kind} ${mark.id}`));
  // Another path of the same kind adds nothing to a mark that always holds there.
  const name = ({ kind, id }: Mark) => (alwaysIn.has(`${kind} ${id}`) ? `kind:${kind}` : id);
  const names = [...new Set(marks.map(name))];
  return { names, bitOf: (mark) => names.indexOf(name(mark)) };
}

function branchesOf(kind: string, context: PeopleContext, bits: Bits): string[] {
  const { store, marks } = context;
  const { key, from } = context.personKey(kind) as PersonKey;
  const own = marks.filter((mark) => mark.kind === kind);
  const present = keyFilled(
    key,
    context.keyPaths.filter((entry) => entry.kind === kind),
  );
  return [...new Set(own.map((mark) => mark.table))].map((table) => {
    const conditions = conditionsByBit(
      own.filter((mark) => mark.table === table),
      bits,
    );
    const cells = bits.names.map((name, bit) => cell(name, { kind, bit, conditions: conditions.get(bit) }));
    const words = wordsOf(cells);
    const source = store.source(table);
    if (source === from) return `select ${key} as person, ${words} from ${from} where ${present}`;
    return `select person, ${words} from
      (select _doc, ${key} as person from ${from} where ${present}) as documents
      join ${source} as rows_of_documents using (_doc)`;
  });
}

function conditionsByBit(marks: Mark[], bits: Bits): Map<number, string[]> {
  const conditions = new Map<number, string[]>();
  for (const mark of marks) {
    const bit = bits.bitOf(mark);
    conditions.set(bit, [...(conditions.get(bit) ?? []), mark.condition]);
  }
  return conditions;
}

/** SQL of one bit in its word; null where no document of this table sets it. */
function cell(
  name: string,
  at: { kind: string; bit: number; conditions: string[] | undefined },
): string | null {
  const power = 2 ** (at.bit % WORD);
  if (name === `kind:${at.kind}`) return `${power}`;
  return at.conditions
    ? `case when ${[...new Set(at.conditions)].join(' or ')} then ${power} else 0 end`
    : null;
}

function wordsOf(cells: (string | null)[]): string {
  const count = Math.ceil(cells.length / WORD);
  const word = (i: number) => cells.slice(i * WORD, (i + 1) * WORD).filter((each) => each !== null);
  return Array.from(
    { length: count },
    (_, i) => `cast(${word(i).join(' + ') || '0'} as integer) as w${i}`,
  ).join(', ');
}

function keyFilled(key: string, entries: StorePath[]): string {
  const blank = entries.find((entry) => entry.values - (entry.types.null ?? 0) > entry.filledValues);
  return blank ? filledSql(blank, key) : `${key} is not null`;
}

function countPatterns(
  rows: (number | null)[][],
  { marks, counts }: PeopleContext,
  bits: Bits,
): Map<string, number> {
  const people = new Map<string, number>();
  const peopleAt = Math.ceil(bits.names.length / WORD);
  for (const [id, any] of counts) {
    const its = new Set(
      marks
        .filter((mark) => any.includes(mark.id))
        .map(bits.bitOf)
        .filter((bit) => bit >= 0),
    );
    const masks = Array.from({ length: peopleAt }, (_, word) =>
      [...its].reduce(
        (mask, bit) => (Math.floor(bit / WORD) === word ? mask | (1 << (bit % WORD)) : mask),
        0,
      ),
    );
    let sum = 0;
    for (const row of rows)
      if (masks.some((mask, word) => ((row[word] ?? 0) & mask) !== 0)) sum += row[peopleAt] ?? 0;
    if (sum > 0) people.set(id, sum);
  }
  return people;
}
