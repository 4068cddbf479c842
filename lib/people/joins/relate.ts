import type { Field } from '../../contract/field';
import type { StorePath } from '../../contract/manifest';
import type { FoundJoin } from '../../contract/people';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { lastKey } from '../../fields/path-keys';
import { BARE, ONE_EACH } from '../key-names';
import { ownFields } from '../own-fields';
import { bareNames } from './bare-names';
import { keyWords } from './key-words';
import { findJoins, type Join, SAID } from './find-joins';
import { foundJoins } from './found-joins';
import { type KeyColumn, keyColumns } from './key-columns';
import { layDescribed, layOwners, layPointedAt } from './lay-owners';
import { lookups } from './lookups';
import { type OwnedKind, type OwnerChain, ownerChains } from './owner-chains';
import { type PeopleTable, peopleTables } from './people-tables';
import { refused, type SaidJoin, saidJoins } from './said-joins';

/** The table that holds one person a row, and how the other tables point at it. */
export interface Relations {
  /** The key by which its people are counted. */
  key: Field;
  /** The documents of other kinds whose person is told over joins. */
  owned: OwnedKind[];
  /** What was joined, and what would have been but for a stronger join. */
  joins: FoundJoin[];
}

/** What {@link relate} goes by. */
export interface RelateOptions {
  taxonomy: Taxonomy;
  /** Names of tables or files by kind, as far as there are any. They go into no output. */
  names: Readonly<Record<string, string>>;
  /** What the user says: every join of it is used, or refused. */
  said: UserWord;
}

/** The user's word on people. */
export interface UserWord {
  joins: readonly SaidJoin[];
  /** Paths to which the user gave a category, as they were written. */
  paths: ReadonlyMap<StorePath, string>;
}

/**
 * Finds the table of people among the kinds of an input, its key, and whose the documents of the other kinds are.
 *
 * @returns null where no kind holds one person a row, or nothing in it is a key
 * @throws JOIN_REFUSED where a join that the user says changes nothing
 */
export async function relate(
  store: Store,
  fields: readonly Field[],
  { taxonomy, names, said }: RelateOptions,
): Promise<Relations | null> {
  const named = bareNames(names, taxonomy);
  const own = await saidJoins(store, said.joins);
  const found = peopleTables(fields, named, taxonomy);
  if (found.length === 0 && own.length === 0) return null;
  const columns = await keyColumns(store, fields, taxonomy);
  const people = new Set(found.map(({ kind }) => kind));
  const { joins, weaker, unsure } = await findJoins(store, {
    columns,
    names: named,
    people,
    taxonomy,
    said: own,
  });
  const tables = [...found, ...saidTables(joins, found, fields)];
  const chosen = choose(tables, { store, fields, joins, unsure, columns, taxonomy, said: said.paths });
  const { key, chains } = chosen ?? { key: null, chains: new Map<string, OwnerChain>() };
  const owned: OwnedKind[] = [];
  for (const [kind, chain] of key ? chains : []) {
    const owners = key && (await layOwners(store, chain, key.entry));
    if (owners) owned.push({ kind, chain, owners });
  }
  for (const join of joins) {
    if (!key || !isTheirs(join, key.entry.kind, people) || owned.some(({ kind }) => kind === join.to.kind))
      continue;
    const owners = await layPointedAt(store, join, key.entry);
    if (owners) owned.push({ kind: join.to.kind, chain: [join], owners });
  }
  const theirs = new Set(owned.map(({ kind }) => kind));
  const described = lookups({
    joins,
    fields,
    columns,
    owned: theirs,
    people: new Set([...people, ...(key ? [key.entry.kind] : [])]),
  });
  for (const join of described) {
    const by = owned.find(({ kind }) => kind === join.from.kind);
    const owners =
      by && !owned.some(({ kind }) => kind === join.to.kind) && (await layDescribed(store, join, by.owners));
    if (by && owners) owned.push({ kind: join.to.kind, chain: [join, ...by.chain], owners });
  }
  requireUsed(said.joins, owned, chains);
  return key && { key, owned, joins: await foundJoins(store, { key: key.entry, owned, weaker, unsure }) };
}

/**
 * Tables that are none of people by themselves, whose rows the user says a key names and from which nothing leads on: somebody
 * stands in them where an account or an address does.
 */
function saidTables(
  joins: readonly Join[],
  tables: readonly PeopleTable[],
  fields: readonly Field[],
): PeopleTable[] {
  const keyed = new Set(ownFields(fields).map(({ entry }) => entry.kind));
  const ends = joins.flatMap(({ to, bond }) => (bond === SAID ? [to.kind] : []));
  return [...new Set(ends)]
    .filter((kind) => keyed.has(kind) && !joins.some(({ from }) => from.kind === kind))
    .filter((kind) => !tables.some((table) => table.kind === kind))
    .map((kind) => ({ kind, score: 0, isNamed: true }));
}

/** @throws JOIN_REFUSED for what the user says and nobody is told by */
function requireUsed(said: readonly SaidJoin[], owned: OwnedKind[], chains: ReadonlyMap<string, OwnerChain>) {
  for (const each of said) {
    const isIt = (join: Join) => join.from === each.from && join.to === each.to;
    if (owned.some(({ chain }) => chain.some(isIt))) continue;
    const chain = chains.get(each.from.kind);
    throw refused(each, !chain ? 'no-people' : chain.some(isIt) ? 'several-people' : 'told-otherwise');
  }
}

/** People who share one row that they point at, at most: an address is theirs, a branch or a status is not. */
const MOST_SHARE = 1.2;

function isTheirs({ from, to, matched, bond }: Join, kind: string, people: ReadonlySet<string>): boolean {
  return (
    from.kind === kind && !people.has(to.kind) && (bond === SAID || from.filledValues <= MOST_SHARE * matched)
  );
}

interface Choice {
  store: Store;
  fields: readonly Field[];
  joins: readonly Join[];
  /** They join nobody, and say all the same what keys a table has. */
  unsure: readonly Join[];
  columns: readonly KeyColumn[];
  taxonomy: Taxonomy;
  /** Paths to which the user gave a category. */
  said: UserWord['paths'];
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
  const isTheirOwn = ({ from, to, bond }: Join) =>
    bond !== SAID &&
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
        said:
          [...chains.values()].filter(([join]) => join?.bond === SAID).length +
          Number(choice.said.has(key.entry)),
        tells: chains.size > 0 || joins.some((join) => join.from.kind === table.kind && isTheirOwn(join)),
      },
    ];
  });
  candidates.sort(
    (a, b) =>
      b.said - a.said ||
      Number(b.tells) - Number(a.tells) ||
      rows(b.kind) - rows(a.kind) ||
      b.score - a.score ||
      (a.kind < b.kind ? -1 : 1),
  );
  return candidates[0] ?? null;
}

/** What tells the rows of a table of people apart: what others point at, else what is called a key of people. */
function keyOf(
  { kind, score }: PeopleTable,
  { fields, joins, unsure, columns, taxonomy, said }: Choice,
): Field | null {
  const named = ownFields(fields).find(
    ({ entry, category }) => said.has(entry) && category === 'account-id' && entry.table === kind,
  );
  if (named) return named;
  const own = columns.filter(({ field, isWhole }) => isWhole && field.entry.kind === kind);
  const pointing = (entry: StorePath) => [...joins, ...unsure].filter(({ to }) => to === entry).length;
  const called = ({ field }: KeyColumn) => isKeyName(lastKey(field.entry.path), taxonomy);
  const keys = own
    .filter((each) => pointing(each.field.entry) > 0 || (called(each) && score >= SURELY_PEOPLE))
    .sort(
      (a, b) => pointing(b.field.entry) - pointing(a.field.entry) || Number(called(b)) - Number(called(a)),
    );
  const pointed = joins.find(({ to, bond }) => bond === SAID && to.kind === kind)?.to;
  return keys[0]?.field ?? fields.find(({ entry }) => entry === pointed) ?? null;
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
