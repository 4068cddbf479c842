import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { pathName } from '../fields/path-name';
import { filledSql } from './filled-sql';
import { ONE_EACH, OWN_EACH } from './key-names';
import { layMarked } from './lay-marked';

/** What says that two rows are about two people. */
const TELLING: readonly Category[] = [...OWN_EACH, 'person-name', 'date-of-birth'];
/** Of rows, how many must have it; of ids that come in several files, how many must be of different people. */
const MOST = 0.5;

/**
 * Account ids that are counted anew in each file of one table (`berlin.csv` and `hamburg.csv` both begin at 1): different within a
 * file, and of the ids that stand in several files most are of people with another name, address or number. Each file's are keys
 * of their own then, laid down in a temporary table (`_doc`, `owner`).
 *
 * @param own fields that may tell people apart
 * @returns by the path as it stands, the path of those keys
 */
export async function idsByFile(
  store: Store,
  fields: readonly Field[],
  own: readonly Field[],
): Promise<ReadonlyMap<StorePath, StorePath>> {
  const found = new Map<StorePath, StorePath>();
  if (store.manifest.parts.length < 2) return found;
  for (const { entry, category } of own) {
    const { column, table, kind, distinct, filledValues } = entry;
    if (category !== 'account-id' || table !== kind || column === null || distinct === filledValues) continue;
    const rows = `${store.source(table)} where ${filledSql(entry)}`;
    const ask = (what: string) => store.engine.numbers(`select ${what} from ${rows}`);
    // Most tables stand in one file: only where there are several are their numbers compared.
    const [[first = null, last = null] = []] = await ask('min(_part), max(_part)');
    if (first === last) continue;
    const [[all = null, apart = null] = []] = await ask(`count(*), count(distinct (_part, ${column}))`);
    if ((apart ?? 0) < ONE_EACH * (all ?? 0)) continue;
    const telling = tellingFields(fields, entry);
    if (!(await areOfSeveral(store, entry, telling))) continue;
    const marked = { entry, mark: "_part || '/'" };
    found.set(entry, await layMarked(store, `keys_${pathName(entry)}_by_file`, marked));
  }
  return found;
}

/** What stands beside an id in most rows and is the person's own, the most different first. */
function tellingFields(fields: readonly Field[], { table, filledValues }: StorePath): StorePath[] {
  return fields
    .filter(({ category, whose }) => TELLING.includes(category) && whose === 'own')
    .filter(({ entry }) => entry.table === table && entry.column !== null)
    .map(({ entry }) => entry)
    .filter((entry) => entry.filledValues >= MOST * filledValues)
    .sort((a, b) => b.distinct - a.distinct || (a.path < b.path ? -1 : 1));
}

async function areOfSeveral(store: Store, id: StorePath, [telling]: StorePath[]): Promise<boolean> {
  if (!telling) return false;
  const [row = []] = await store.engine.numbers(
    `select count(*), count(*) filter (where people > 1) from (
       select count(distinct _part) as files, count(distinct lower(trim(${telling.column}))) as people
       from ${store.source(id.table)} where ${filledSql(id)} and ${filledSql(telling)} group by ${id.column})
     where files > 1`,
  );
  const [several = 0, different = 0] = row.map((count) => count ?? 0);
  return several > 0 && different >= MOST * several;
}
