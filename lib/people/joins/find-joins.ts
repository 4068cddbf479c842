import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { pathKeys } from '../../fields/path-keys';
import type { KeyColumn } from './key-columns';
import { nameBond } from './name-bond';
import { sampledIn } from './sampled-in';
import { keyTextSql } from './key-text-sql';

/** A column whose values are those of a key in another table. */
export interface Join {
  from: StorePath;
  to: StorePath;
  /** Different values at `from`, and how many of them stand at `to`. */
  values: number;
  matched: number;
  /** How strongly the names say so ({@link nameBond}), {@link DECLARED} where the dump itself says so. */
  bond: number;
  /** The person at its end is the one to whom the row goes, or is somebody else's: not the first whose the row is. */
  isOther: boolean;
}

/** What {@link findJoins} goes by. */
export interface JoinSources {
  columns: readonly KeyColumn[];
  /** Words of the names of tables or files by kind. */
  names: Readonly<Record<string, readonly string[]>>;
  /** Kinds that hold one person a row. */
  people: ReadonlySet<string>;
  taxonomy: Taxonomy;
}

/** A foreign key of the dump: firmer than any name. */
export const DECLARED = 4;

/** Values that must be there where names say that two columns belong together: some rows of a dump may be gone. */
const NAMED_SHARE = 0.5;
/** Values that must be there where nothing but they say it. */
const BARE_SHARE = 0.9;
/** Where so few of the texts that were kept are there, the others are not counted. */
const NAMED_HINT = 0.05;
const BARE_HINT = 0.5;
/** A word for people and small counting numbers: those of few people may be of anything. */
const FEW_OF = 0.1;
/** So few values fit by chance. */
const FEWEST = 3;
/** Numbers that fill so much of their range fit into each other by chance: 1, 2, 3 … */
const DENSE = 0.001;
/** Codes shorter than this fit by chance. */
const SHORT = 6;

/**
 * Which columns point at rows of other tables: their values are there. Values that would fit by chance (small counting numbers
 * fit into everything, short codes) count only where names say the same. A column points at one table, the one that its name and
 * its values fit best.
 *
 * @returns at most one for each column
 */
export async function findJoins(store: Store, sources: JoinSources): Promise<Join[]> {
  const { columns } = sources;
  const found: Join[] = [];
  const targets = columns.filter(({ unique }) => unique);
  const dense = new Map<KeyColumn, boolean>();
  for (const target of targets) dense.set(target, await isDense(store, target));
  const hints = new Map<KeyColumn, Map<StorePath, number>>();
  for (const target of targets) {
    const others = columns.filter(
      ({ field, sort }) => sort === target.sort && field.entry.kind !== target.field.entry.kind,
    );
    const paths = others.map(({ field }) => field.entry);
    hints.set(target, await sampledIn(store, target.field.entry, paths));
  }
  for (const from of columns) {
    if (isTyped(store, from.field.entry)) continue;
    const candidates = targets.filter(({ field }) => field.entry.kind !== from.field.entry.kind);
    const fitting: Join[] = [];
    for (const to of candidates) {
      if (to.sort !== from.sort) continue;
      const bond = bondOf(from, to, store, sources);
      const byChance = dense.get(to) === true;
      if (bond === 0 && byChance) continue;
      if (byChance && bond < DECLARED && namesOther(from, to, bond, sources)) continue;
      const hint = hints.get(to)?.get(from.field.entry) ?? 1;
      if (bond !== DECLARED && hint < (bond > 0 ? NAMED_HINT : BARE_HINT)) continue;
      const join = { ...(await held(store, from.field.entry, to.field.entry)), bond, isOther: isOther(from) };
      const isOwn = from.unique && sources.people.has(from.field.entry.kind);
      const needed = bond === DECLARED ? 0 : bond > 0 && !isOwn ? NAMED_SHARE : BARE_SHARE;
      if (join.matched < needed * join.values || join.matched < Math.min(FEWEST, join.values)) continue;
      if (byChance && bond <= 1 && join.matched < FEW_OF * to.field.entry.distinct) continue;
      fitting.push({ from: from.field.entry, to: to.field.entry, ...join });
    }
    fitting.sort((a, b) => b.bond - a.bond || b.matched - a.matched || b.to.distinct - a.to.distinct);
    if (fitting[0]) found.push(fitting[0]);
  }
  return withoutBack(found);
}

/** Words of whoever gets something from the row's own person. */
const RECEIVERS = /(?:^|_)(?:to|cc|bcc|recipient|receiver|target|liked|invitee|invited)(?:_|$)/i;

function isOther({ field: { entry, whose } }: KeyColumn): boolean {
  return RECEIVERS.test(entry.path) || (whose === 'other' && !/from|sender/i.test(entry.path));
}

/** `owner_id` beside `owner_type`: which table it points at differs from row to row. */
function isTyped(store: Store, { kind, path }: StorePath): boolean {
  const bare = path.replace(/_?id$/i, '');
  return (
    bare !== path && ['_type', 'Type', '_TYPE'].some((end) => store.find(kind, `${bare}${end}`) !== undefined)
  );
}

/** Two tables of which each row of one is a row of the other point at each other: the one with fewer different values does. */
function withoutBack(joins: Join[]): Join[] {
  const isBack = (join: Join) =>
    joins.some(
      (other) =>
        other !== join &&
        other.from === join.to &&
        other.to === join.from &&
        (other.bond > join.bond || (other.bond === join.bond && other.from.distinct < join.from.distinct)),
    );
  return joins.filter((join) => !isBack(join));
}

function bondOf(
  from: KeyColumn,
  to: KeyColumn,
  store: Store,
  { names, people, taxonomy }: JoinSources,
): number {
  const leaf = ({ field }: KeyColumn) => pathKeys(field.entry.path).at(-1) ?? '';
  const { kind } = to.field.entry;
  const table = (id: string) => store.manifest.kinds.find((each) => each.id === id)?.table;
  const isDeclared = store.manifest.references.some(
    (each) =>
      each.table === table(from.field.entry.kind) &&
      each.column === leaf(from) &&
      each.toTable === table(kind) &&
      (each.toColumn === leaf(to) || each.toColumn === null),
  );
  if (isDeclared) return DECLARED;
  return nameBond(
    { from: leaf(from), table: names[kind] ?? [], to: leaf(to), isPeople: people.has(kind) },
    taxonomy,
  );
}

/** Whether a column is called after another table more plainly than after this one: what that table is about is not in it. */
function namesOther(
  from: KeyColumn,
  to: KeyColumn,
  bond: number,
  { names, people, taxonomy }: JoinSources,
): boolean {
  const leaf = pathKeys(from.field.entry.path).at(-1) ?? '';
  return Object.entries(names).some(
    ([kind, table]) =>
      kind !== to.field.entry.kind &&
      kind !== from.field.entry.kind &&
      nameBond({ from: leaf, table, to: 'id', isPeople: people.has(kind) }, taxonomy) > bond,
  );
}

/** How many different values of a column there are, and how many of them stand in another. */
async function held(
  store: Store,
  from: StorePath,
  to: StorePath,
): Promise<{ values: number; matched: number }> {
  const keys = (entry: StorePath) => `select ${keyTextSql(entry)} as key from ${store.source(entry.table)}`;
  const [[values = 0, matched = 0] = []] = await store.engine.numbers(
    `select count(*), count(*) filter (key in (${keys(to)}))
     from (select distinct key from (${keys(from)}) where key <> '')`,
  );
  return { values: values ?? 0, matched: matched ?? 0 };
}

/** Whether other keys of the same sort would be among these by chance. */
async function isDense(store: Store, { field, sort, shortest }: KeyColumn): Promise<boolean> {
  if (sort === 'text') return shortest < SHORT;
  const { column, table, distinct } = field.entry;
  const [[dense = null] = []] = await store.engine.numbers(
    `select cast(${distinct} > ${DENSE} * (max(n) - min(n) + 1) as integer)
     from (select try_cast(${column} as double) as n from ${store.source(table)})`,
  );
  return dense !== 0;
}
