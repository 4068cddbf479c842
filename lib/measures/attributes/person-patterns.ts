import type { StorePath } from '../../contract/manifest';
import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { filledSql } from '../../people/filled-sql';
import { entryOfKey, personKeySql } from '../../people/person-key-sql';
import { type AttributeBitmask, attributeBitmask } from './attribute-bitmask';
import type { PersonAttribute } from './person-attributes';

/** The SQL of a person's key in the documents of one kind. */
export interface PersonKey {
  /** Expression of the key's text. */
  key: string;
  /** Source of its table, with `_doc`. */
  from: string;
}

/** Where the key stands by which people are told apart. */
export interface MainKey {
  /** The main key in a kind; null where the kind carries none. */
  personKey: (kind: string) => PersonKey | null;
  /** Inventory rows of the main key's paths. */
  keyPaths: StorePath[];
}

/** The key of a definition in a store. */
export function mainKeyOf(store: Store, main: PeopleDefinition): MainKey {
  return {
    personKey: (kind) => personKeySql(store, main, kind),
    keyPaths: main.keys.flatMap((key) => entryOfKey(store, key) ?? []),
  };
}

/** What people have, pattern by pattern. */
export interface PersonPatterns {
  /** A word of bits for each column but the last, which is how many people have the pattern. */
  rows: (number | null)[][];
  bits: AttributeBitmask;
  /** Those of kinds that carry the key: of the others nothing is known of people. */
  attributes: PersonAttribute[];
}

/**
 * Everything that people have of some attributes, in one pass over the documents that carry the main key: every person gets one
 * bit for each attribute that some document of theirs has, and the engine counts the patterns of bits. They are joined by `bit_or`,
 * which means the same in every engine (Trino: `bitwise_or_agg`): one number a person is grouped in a third of the time of one
 * column for each attribute.
 *
 * @returns null where no attribute stands in documents that carry the key
 */
export async function personPatterns(
  store: Store,
  all: readonly PersonAttribute[],
  main: MainKey,
): Promise<PersonPatterns | null> {
  const carriers = [...new Set(all.map(({ kind }) => kind))].flatMap((kind) => {
    const person = main.personKey(kind);
    return person ? [{ kind, person }] : [];
  });
  const attributes = all.filter((attribute) => carriers.some(({ kind }) => kind === attribute.kind));
  if (attributes.length === 0) return null;
  const bits = attributeBitmask(attributes);
  const branches = carriers.flatMap(({ kind, person }) => {
    const entry = main.keyPaths.find((each) => each.kind === kind);
    const own = attributes.filter((attribute) => attribute.kind === kind);
    return branchesOf(store, { ...person, kind, present: keyFilled(person.key, entry), own, bits });
  });
  const words = bits.words.join(', ');
  const ored = bits.words.map((word) => `bit_or(${word}) as ${word}`).join(', ');
  const rows = await store.engine.numbers(
    `select ${words}, count(*) from (
       select person, ${ored} from (${branches.join(' union all ')}) group by person
     ) group by ${words}`,
  );
  return { rows, bits, attributes };
}

/** One select for each table of a kind: the person of each row, and the row's bits. */
function branchesOf(
  store: Store,
  at: PersonKey & { kind: string; present: string; own: PersonAttribute[]; bits: AttributeBitmask },
): string[] {
  const { key, from, kind, present, own, bits } = at;
  return [...new Set(own.map(({ table }) => table))].map((table) => {
    const words = bits.columns(
      kind,
      own.filter((attribute) => attribute.table === table),
    );
    const source = store.source(table);
    if (source === from) return `select ${key} as person, ${words} from ${from} where ${present}`;
    return `select person, ${words} from
      (select _doc, ${key} as person from ${from} where ${present}) as documents
      join ${source} as rows_of_documents using (_doc)`;
  });
}

function keyFilled(key: string, entry: StorePath | undefined): string {
  return entry ? filledSql(entry, key) : `${key} is not null`;
}
