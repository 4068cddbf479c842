import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { filledSql } from './filled-sql';
import type { Mark } from './marks';

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
  /** The main key in a kind; null where the kind carries none. */
  personKey: (kind: string) => PersonKey | null;
  /** Inventory rows of the main key's paths. */
  keyPaths: StorePath[];
}

/**
 * People by mark, in one pass over the documents that carry the main key: every person gets one bit for each mark that
 * some document of theirs has, and the engine counts the patterns. Marks that hold for every document of a kind share
 * that kind's bit.
 *
 * @returns people by mark id; a mark that nobody has is not in it
 */
export async function countPeople(context: PeopleContext): Promise<Map<string, number>> {
  const kinds = [...new Set(context.marks.map((mark) => mark.kind))].filter(
    (kind) => context.personKey(kind) !== null,
  );
  const marks = context.marks.filter((mark) => kinds.includes(mark.kind));
  if (marks.length === 0) return new Map();
  const bits = bitsOf(marks);
  const columns = [...bits.names.keys()].map((bit) => `m${bit}`);
  const branches = kinds.flatMap((kind) => branchesOf(kind, context, bits));
  const rows = await context.store.engine.numbers(
    `select ${columns.join(', ')}, count(*) from (
       select person, ${columns.map((column) => `max(${column}) as ${column}`).join(', ')}
       from (${branches.join(' union all ')}) group by person
     ) group by ${columns.join(', ')}`,
  );
  return countMarks(rows, marks, bits);
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
    const cells = bits.names.map((name, bit) => `${cell(name, kind, conditions.get(bit))} as m${bit}`);
    const source = store.source(table);
    if (source === from) return `select ${key} as person, ${cells.join(', ')} from ${from} where ${present}`;
    return `select person, ${cells.join(', ')} from
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

function cell(name: string, kind: string, conditions: string[] | undefined): string {
  if (name === `kind:${kind}`) return '1';
  return conditions ? `case when ${[...new Set(conditions)].join(' or ')} then 1 else 0 end` : '0';
}

function keyFilled(key: string, entries: StorePath[]): string {
  const blank = entries.find((entry) => entry.values - (entry.types.null ?? 0) > entry.filledValues);
  return blank ? filledSql(blank, key) : `${key} is not null`;
}

function countMarks(rows: (number | null)[][], marks: Mark[], bits: Bits): Map<string, number> {
  const wanted = new Map<string, Set<number>>();
  for (const mark of marks) wanted.set(mark.id, (wanted.get(mark.id) ?? new Set()).add(bits.bitOf(mark)));
  const counts = new Map<string, number>();
  for (const row of rows) {
    const people = row[bits.names.length] ?? 0;
    for (const [id, its] of wanted) {
      if ([...its].some((bit) => row[bit] === 1)) counts.set(id, (counts.get(id) ?? 0) + people);
    }
  }
  return counts;
}
