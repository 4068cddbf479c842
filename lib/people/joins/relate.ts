import type { Field } from '../../contract/field';
import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { lastKey } from '../../fields/path-keys';
import { BARE, ONE_EACH } from '../key-names';
import { bareNames } from './bare-names';
import { keyWords } from './key-words';
import { findJoins, type Join } from './find-joins';
import { type KeyColumn, keyColumns } from './key-columns';
import { layOwners, layPointedAt } from './lay-owners';
import { type OwnerChain, ownerChains } from './owner-chains';
import { type PeopleTable, peopleTables } from './people-tables';

/** The table that holds one person a row, and how the other tables point at it. */
export interface Relations {
  /** The key by which its people are counted. */
  key: Field;
  /** The documents of other kinds whose person is told over joins. */
  owned: { kind: string; chain: OwnerChain; /** Derived table of the owners. */ owners: StorePath }[];
}

/** What {@link relate} goes by. */
export interface RelateOptions {
  taxonomy: Taxonomy;
  /** Names of tables or files by kind, as far as there are any. They go into no output. */
  names: Readonly<Record<string, string>>;
}

/**
 * Finds the table of people among the kinds of an input, its key, and whose the documents of the other kinds are.
 *
 * @returns null where no kind holds one person a row, or nothing in it is a key
 */
export async function relate(
  store: Store,
  fields: readonly Field[],
  { taxonomy, names }: RelateOptions,
): Promise<Relations | null> {
  const named = bareNames(names, taxonomy);
  const tables = peopleTables(fields, named, taxonomy);
  if (tables.length === 0) return null;
  const columns = await keyColumns(store, fields, taxonomy);
  const people = new Set(tables.map(({ kind }) => kind));
  const joins = await findJoins(store, { columns, names: named, people, taxonomy });
  const found = choose(tables, { store, joins, columns, taxonomy });
  if (found === null) return null;
  const owned: Relations['owned'] = [];
  for (const [kind, chain] of found.chains) {
    const owners = await layOwners(store, chain, found.key.entry);
    if (owners) owned.push({ kind, chain, owners });
  }
  for (const join of joins.filter((each) => isTheirs(each, found.key.entry.kind, people))) {
    if (owned.some(({ kind }) => kind === join.to.kind)) continue;
    const owners = await layPointedAt(store, join, found.key.entry);
    if (owners) owned.push({ kind: join.to.kind, chain: [join], owners });
  }
  return { key: found.key, owned };
}

/** People who share one row that they point at, at most: an address is theirs, a branch or a status is not. */
const MOST_SHARE = 1.2;

function isTheirs({ from, to, matched }: Join, kind: string, people: ReadonlySet<string>): boolean {
  return from.kind === kind && !people.has(to.kind) && from.filledValues <= MOST_SHARE * matched;
}

interface Choice {
  store: Store;
  joins: readonly Join[];
  columns: readonly KeyColumn[];
  taxonomy: Taxonomy;
}

/** The table of people that most others belong to, the largest of several such, with its key. */
function choose(
  tables: readonly PeopleTable[],
  choice: Choice,
): { key: Field; chains: Map<string, OwnerChain> } | null {
  const { store, joins } = choice;
  const isPeople = (kind: string) => tables.some((table) => table.kind === kind);
  const rows = (kind: string) => store.manifest.kinds.find(({ id }) => id === kind)?.documents ?? 0;
  // A patient has a doctor, and is not the doctor's own; a profile is its user's.
  const isTheirOwn = ({ from, to }: Join) =>
    tables.some((table) => table.kind === from.kind && table.isNamed) &&
    isPeople(to.kind) &&
    from.distinct < ONE_EACH * rows(from.kind);
  const candidates = tables.flatMap((table) => {
    // An order with a name and an address in it belongs to a customer, and is none.
    const belongs = joins.some(({ from, to }) => from.kind === table.kind && isPeople(to.kind));
    const key = keyOf(table, choice);
    if (key === null || (belongs && !table.isNamed)) return [];
    const chains = ownerChains(
      joins.filter((join) => !isTheirOwn(join)),
      table.kind,
    );
    return [
      {
        ...table,
        key,
        chains,
        tells: chains.size > 0 || joins.some((join) => join.from.kind === table.kind && isTheirOwn(join)),
      },
    ];
  });
  candidates.sort(
    (a, b) =>
      Number(b.tells) - Number(a.tells) ||
      rows(b.kind) - rows(a.kind) ||
      b.score - a.score ||
      (a.kind < b.kind ? -1 : 1),
  );
  return candidates[0] ?? null;
}

/** What tells the rows of a table of people apart: what others point at, else what is called a key of people. */
function keyOf({ kind, score }: PeopleTable, { joins, columns, taxonomy }: Choice): Field | null {
  const own = columns.filter(({ field, isWhole }) => isWhole && field.entry.kind === kind);
  const pointing = (entry: StorePath) => joins.filter(({ to }) => to === entry).length;
  const called = ({ field }: KeyColumn) => isKeyName(lastKey(field.entry.path), taxonomy);
  const keys = own
    .filter((each) => pointing(each.field.entry) > 0 || (called(each) && score >= SURELY_PEOPLE))
    .sort(
      (a, b) => pointing(b.field.entry) - pointing(a.field.entry) || Number(called(b)) - Number(called(a)),
    );
  return keys[0]?.field ?? null;
}

/** Rows that say so much are people, even where no other table points at them. */
const SURELY_PEOPLE = 4;

/** `id`, `patient_id`, `kunden_nr`: words of keys and of people, and a word of keys among them. */
function isKeyName(name: string, taxonomy: Taxonomy): boolean {
  if (BARE.test(name)) return true;
  const { keys, persons } = taxonomy.words;
  const all = keyWords(name, taxonomy);
  const known = all.every((word) => keys.includes(word) || persons.includes(word));
  return known && all.some((word) => keys.includes(word));
}
