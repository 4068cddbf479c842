import type { Store } from '../contract/store';
import type { LinkSource } from './link-sources';

/** Temporary tables of one store. */
const SIEVE = 'link_sieve';
const TOUCHED = 'link_touched';
export const LINKS = 'links';

/**
 * Makes the temporary table `links`: `tie`, `first`, `owner`, one row for each owner of a key that somebody else has too,
 * beside the first of its owners in the order of bytes. Exact: the sieve by hashes lets through every key that occurs
 * twice, and some that do not; the join after it is by texts.
 */
export async function makeLinks(store: Store, sources: readonly LinkSource[]): Promise<void> {
  const { engine } = store;
  await engine.run(`create or replace temp table ${LINKS} (tie varchar, first varchar, owner varchar)`);
  for (const name of new Set(sources.map((source) => source.name))) {
    const same = sources.filter((source) => source.name === name);
    if (occursOnce(same)) continue;
    await engine.run(`create or replace temp table ${SIEVE} as ${sieveOf(same)}`);
    const rows = same.map((source) => source.rows(`in (select alike from ${SIEVE})`)).join(' union all ');
    await engine.run(`create or replace temp table ${TOUCHED} as
      select distinct owner, key from (${rows}) where owner is not null and key <> ''`);
    await engine.run(`insert into ${LINKS} select '${same[0]?.tie ?? 'own'}', first, owner from ${TOUCHED}
      join (select key, min(owner) as first from ${TOUCHED} group by key having count(*) > 1) using (key)
      where owner <> first`);
  }
  await engine.run(`drop table if exists ${SIEVE}`);
  await engine.run(`drop table if exists ${TOUCHED}`);
}

/** No key stands in two rows: the inventory says so. */
function occursOnce(sources: readonly LinkSource[]): boolean {
  const [only] = sources;
  const counts = sources.length === 1 && only?.folds === null ? only.counts : null;
  return counts !== null && counts.filled === counts.distinct;
}

/** Numbers of keys that occur twice, or that other spellings may join. */
function sieveOf(sources: readonly LinkSource[]): string {
  const all = sources.map(({ sieve }) => sieve).join(' union all ');
  const spelled = sources.flatMap(({ folds }) =>
    folds === null
      ? []
      : [`select hash(raw) as alike from ${folds}`, `select hash(folded) as alike from ${folds}`],
  );
  return [`select alike from (${all}) group by alike having count(*) > 1`, ...spelled].join(' union ');
}
