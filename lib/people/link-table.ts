import type { Store } from '../contract/store';
import { alikeSql, type LinkSource, type Tie } from './link-sources';

/** Temporary tables of one store. */
const SIEVE = 'link_sieve';
const ROWS = 'link_rows';
const KEYS = 'link_keys';
export const LINKS = 'links';

/** The firmest first. */
export const TIES: readonly Tie[] = ['own', 'device', 'network'];

/**
 * Makes the temporary table `links`: `tie` (number in {@link TIES}), `key` (a number), `owner`, a row wherever an owner
 * has a key that somebody else has too; one may stand there twice. Exact: the sieve by hashes lets through every key that
 * occurs twice, and some that do not; keys are told apart by their texts.
 *
 * @param owner SQL type of owners
 * @returns how many keys there are; they are numbered from 0
 */
export async function makeLinks(
  store: Store,
  sources: readonly LinkSource[],
  owner: 'integer' | 'varchar',
): Promise<number> {
  const { engine } = store;
  await engine.run(`create or replace temp table ${LINKS} (tie utinyint, key integer, owner ${owner})`);
  let count = 0;
  for (const name of new Set(sources.map((source) => source.name))) {
    const same = sources.filter((source) => source.name === name);
    if (occursOnce(same)) continue;
    const rows = same.map((source) => source.rows(passes(same))).join(' union all ');
    let [filled, shared] = [
      `select owner, key from (${rows}) where key <> ''`,
      'having min(owner) <> max(owner)',
    ];
    if (isSieved(same)) {
      await engine.run(`create or replace temp table ${SIEVE} as ${sieveOf(same)}`);
      // The few that pass are kept, each pair once: asking for them means going over all rows.
      await engine.run(`create or replace temp table ${ROWS} as select distinct * from (${filled})`);
      filled = `select owner, key from ${ROWS}`;
      shared = 'having count(*) > 1';
    }
    await engine.run(`create or replace temp table ${KEYS} as
      select key, cast(row_number() over () - 1 + ${count} as integer) as number
      from (select key from (${filled}) group by key ${shared})`);
    const tie = TIES.indexOf(same[0]?.tie ?? 'own');
    await engine.run(
      `insert into ${LINKS} select ${tie}, number, owner from (${filled}) join ${KEYS} using (key)`,
    );
    count += (await engine.numbers(`select count(*) from ${KEYS}`))[0]?.[0] ?? 0;
  }
  for (const table of [SIEVE, ROWS, KEYS]) await engine.run(`drop table if exists ${table}`);
  return count;
}

/** No key stands in two rows: the inventory says so. */
function occursOnce(sources: readonly LinkSource[]): boolean {
  const [only] = sources;
  return sources.length === 1 && only?.folds === null && only.most.filled === only.most.distinct;
}

/** Whether most keys may occur once; else the sieve would let nearly all rows through. */
function isSieved(sources: readonly LinkSource[]): boolean {
  const sum = (of: 'filled' | 'distinct') => sources.reduce((all, { most }) => all + most[of], 0);
  return sum('distinct') * 2 > sum('filled');
}

function passes(sources: readonly LinkSource[]): string | null {
  return isSieved(sources) ? `in (select alike from ${SIEVE})` : null;
}

/** Hashes of keys that occur twice, or that other spellings may join. Sorting numbers is half the work of grouping them. */
function sieveOf(sources: readonly LinkSource[]): string {
  const all = sources.map(({ sieve }) => sieve).join(' union all ');
  const spelled = sources.flatMap(({ folds }) =>
    folds === null
      ? []
      : [
          `select ${alikeSql(['raw'])} as alike from ${folds}`,
          `select ${alikeSql(['folded'])} as alike from ${folds}`,
        ],
  );
  const twice = `select alike from (select alike, lag(alike) over (order by alike) as before from (${all}))
    where alike = before`;
  return [twice, ...spelled].join(' union ');
}
