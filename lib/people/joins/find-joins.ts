import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { lastKey } from '../../fields/path-keys';
import type { KeyColumn } from './key-columns';
import { nameBond } from './name-bond';
import { held } from './held';
import { sampledIn } from './sampled-in';

/** A column whose values are those of a key in another table. */
export interface Join {
  from: StorePath;
  to: StorePath;
  /** Different values at `from`. */
  values: number;
  /** Those of them that stand at `to`. */
  matched: number;
  /** How strongly the names say so ({@link nameBond}), {@link DECLARED} where the dump itself does, {@link SAID} where the user does. */
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
  /** What the user says: nothing beside it counts for the same column. */
  said: readonly Join[];
}

/** The joins of an input. */
export interface JoinsFound {
  /** At most one for each column. */
  joins: Join[];
  /** Those of the same columns that would do but for a stronger one. */
  weaker: Join[];
  /** Two or more of one column that are as strong as each other: nobody can say at which table it points. */
  unsure: Join[];
}

/** The user's word: firmer than the dump's. */
export const SAID = 5;
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
 */
export async function findJoins(store: Store, sources: JoinSources): Promise<JoinsFound> {
  const targets = await targetsOf(store, sources.columns);
  const found: Join[] = [...sources.said];
  const weaker: Join[] = [];
  for (const from of sources.columns) {
    if (sources.said.some((join) => join.from === from.field.entry)) continue;
    if (isTyped(store, from.field.entry)) continue;
    const fitting: Join[] = [];
    for (const target of targets) {
      const join = await joinOf(store, from, target, sources);
      if (join) fitting.push(join);
    }
    fitting.sort((a, b) => b.bond - a.bond || b.matched - a.matched || b.to.distinct - a.to.distinct);
    const [best, ...others] = fitting;
    if (best) found.push(best);
    weaker.push(...others);
  }
  const unsure = found.flatMap((best) => {
    const rivals = weaker.filter((other) => isRival(best, other, found));
    return rivals.length > 0 ? [best, ...rivals] : [];
  });
  return {
    joins: withoutBack(found.filter((join) => !unsure.includes(join))),
    weaker: weaker.filter((join) => !unsure.includes(join)),
    unsure,
  };
}

/** A join is as strong as another from this share of its matches on. */
const AS_MANY = 0.9;

/** Whether another join of the same column says with equal right that it points at other rows. */
function isRival(best: Join, other: Join, joins: readonly Join[]): boolean {
  // A profile has the number of its user: whichever it points at, it is the same person.
  const isSame = joins.some(
    ({ from, to }) => (from === best.to && to === other.to) || (from === other.to && to === best.to),
  );
  return (
    other.from === best.from &&
    other.to.kind !== best.to.kind &&
    best.bond < DECLARED &&
    other.bond === best.bond &&
    other.matched >= AS_MANY * best.matched &&
    !isSame
  );
}

/** A column that others may point at. */
interface Target {
  to: KeyColumn;
  /** Keys of the same sort would be among its values by chance. */
  byChance: boolean;
  /** Share of the texts kept of another path that stand in it. */
  hints: ReadonlyMap<StorePath, number>;
}

/** The columns that others may point at: of those that no other could, nothing is asked. */
async function targetsOf(store: Store, columns: readonly KeyColumn[]): Promise<Target[]> {
  const targets: Target[] = [];
  for (const to of columns.filter(({ unique }) => unique)) {
    const others = columns.filter((from) => mayPoint(from, to)).map(({ field }) => field.entry);
    if (others.length === 0) continue;
    const hints = await sampledIn(store, to.field.entry, others);
    targets.push({ to, byChance: await isDense(store, to), hints });
  }
  return targets;
}

function mayPoint(from: KeyColumn, to: KeyColumn): boolean {
  return from.sort === to.sort && from.field.entry.kind !== to.field.entry.kind;
}

/** The join of a column at a target; null where it points at another, or at none. */
async function joinOf(
  store: Store,
  from: KeyColumn,
  { to, byChance, hints }: Target,
  sources: JoinSources,
): Promise<Join | null> {
  if (!mayPoint(from, to)) return null;
  const [own, other] = [from.field.entry, to.field.entry];
  const bond = isDeclared(store, own, other) ? DECLARED : bondOf(from, to, sources);
  if (byChance && bond < DECLARED && (bond === 0 || namesOther(from, to, bond, sources))) return null;
  const hint = hints.get(own) ?? 1;
  if (bond < DECLARED && hint < (bond > 0 ? NAMED_HINT : BARE_HINT)) return null;
  const { values, matched } = await held(store, own, other);
  const isKey = from.unique && sources.people.has(own.kind);
  const needed = bond === DECLARED ? 0 : bond > 0 && !isKey ? NAMED_SHARE : BARE_SHARE;
  if (matched < needed * values || matched < Math.min(FEWEST, values)) return null;
  if (byChance && bond <= 1 && matched < FEW_OF * other.distinct) return null;
  return { from: own, to: other, values, matched, bond, isOther: isOther(from) };
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

/** Whether the dump itself declares a foreign key. */
function isDeclared({ manifest }: Store, from: StorePath, to: StorePath): boolean {
  const table = (id: string) => {
    const kind = manifest.kinds.find((each) => each.id === id);
    return kind?.table ?? kind?.file;
  };
  return manifest.references.some(
    (each) =>
      each.table === table(from.kind) &&
      each.column === lastKey(from.path) &&
      each.toTable === table(to.kind) &&
      (each.toColumn === lastKey(to.path) || each.toColumn === null),
  );
}

function bondOf(from: KeyColumn, to: KeyColumn, { names, people, taxonomy }: JoinSources): number {
  const { kind } = to.field.entry;
  const isPeople = people.has(kind);
  return nameBond({ from: from.words, table: names[kind] ?? [], to: to.words, isPeople }, taxonomy);
}

/** Whether a column is called after another table more plainly than after this one: what that table is about is not in it. */
function namesOther(
  from: KeyColumn,
  to: KeyColumn,
  bond: number,
  { names, people, taxonomy }: JoinSources,
): boolean {
  const these = [from.field.entry.kind, to.field.entry.kind];
  return Object.entries(names).some(
    ([kind, table]) =>
      !these.includes(kind) &&
      nameBond({ from: from.words, table, to: [], isPeople: people.has(kind) }, taxonomy) > bond,
  );
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
