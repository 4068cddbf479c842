import type { Field } from '../../contract/field';
import type { StorePath } from '../../contract/manifest';
import type { FoundJoin } from '../../contract/people';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { pathName } from '../../fields/path-name';
import { layMarked } from '../lay-marked';
import { ownFields } from '../own-fields';
import { bareNames } from './bare-names';
import { choosePeople } from './choose-people';
import { findJoins, type Join, SAID } from './find-joins';
import { foundJoins } from './found-joins';
import { keyColumns } from './key-columns';
import { layDescribed, layOwners, layPointedAt } from './lay-owners';
import { lookups } from './lookups';
import { type OwnedKind, type OwnerChain } from './owner-chains';
import { type PeopleTable, peopleTables } from './people-tables';
import { refused, type SaidJoin, saidJoins } from './said-joins';

/** The table that holds one person a row, and how the other tables point at it. */
export interface Relations {
  /** The key by which its people are counted. */
  key: Field;
  /** The documents of other kinds whose person is told over joins. */
  owned: OwnedKind[];
  /** Further tables of people, whose keys are other people's than those of the first. */
  others: OtherPeople[];
  /** What was joined, and what would have been but for a stronger join. */
  joins: FoundJoin[];
}

/** A table of people beside the first. */
export interface OtherPeople {
  key: Field;
  /** What stands before its keys wherever they are counted with the first table's. */
  mark: string;
  /** Derived table of its keys. */
  marked: StorePath;
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
  const chosen = choosePeople(tables, { store, fields, joins, unsure, columns, taxonomy, said: said.paths });
  const [{ key, chains } = { key: null, chains: new Map<string, OwnerChain>() }, ...further] = chosen ?? [];
  const owned: OwnedKind[] = [];
  const others: OtherPeople[] = [];
  for (const each of chosen ?? []) {
    const mark = each.key === key ? '' : `${each.kind}:`;
    if (mark !== '') {
      // Numbers that are counted anew in a second table are other people's.
      const { entry } = each.key;
      const marked = await layMarked(store, `marked_${pathName(entry)}`, { entry, mark: `'${mark}'` });
      if (marked.values > 0) others.push({ key: each.key, mark, marked });
    }
    const isFree = (kind: string) =>
      !owned.some((known) => known.kind === kind) &&
      (mark === '' || !chosen?.some((own) => own.kind === kind));
    for (const [kind, chain] of each.chains) {
      const owners = isFree(kind) ? await layOwners(store, chain, { entry: each.key.entry, mark }) : null;
      if (owners) owned.push({ kind, chain, owners });
    }
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
    people: new Set([...people, ...(chosen ?? []).map(({ kind }) => kind)]),
  });
  for (const join of described) {
    const by = owned.find(({ kind }) => kind === join.from.kind);
    const owners =
      by && !owned.some(({ kind }) => kind === join.to.kind) && (await layDescribed(store, join, by.owners));
    if (by && owners) owned.push({ kind: join.to.kind, chain: [join, ...by.chain], owners });
  }
  requireUsed(said.joins, owned, chains);
  if (!key) return null;
  const keys = [key, ...further.map((each) => each.key)].map(({ entry }) => entry);
  return { key, owned, others, joins: await foundJoins(store, { keys, owned, weaker, unsure }) };
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
    .map((kind) => ({ kind, score: 0, isNamed: true, hasPerson: false }));
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
