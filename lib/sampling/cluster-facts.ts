import { Leaked } from '../contract/leaked';
import { ranker } from '../contract/rank';
import type { ClusterFacts } from '../contract/draw/draw-facts';
import type { DrawContext } from './draw-context';
import { type Labelling, labelSql } from './label-sql';
import { labelledPeople } from './labelled-people';
import { rankTally } from './rank-tally';

const TABLE = 'clusters_of_the_draw';

/** The clusters that the input is made of, and how its documents are told apart. */
export async function clusterFacts(
  context: DrawContext,
): Promise<{ facts: ClusterFacts; labelling: Labelling }> {
  const { store, proof, people } = context;
  const { labelling, misfits, ...ranks } = await labellingOf(context);
  const kinds = store.manifest.kinds.map(({ id }) => labelSql(store, id, labelling));
  const nothing = { found: 0, ...ranks, outside: misfits, spanning: 0, units: 0, sizes: [] };
  if (kinds.length === 0) return { facts: nothing, labelling };
  const [row = []] = await store.engine.numbers(
    `select count(distinct label), count(*) - count(label), count(*) from (${kinds.join(' union all ')})`,
  );
  const [found = 0, outside = 0, documents = 0] = row.map((cell) => cell ?? 0);
  const sizes = await sizesOf(
    store,
    kinds.map((rows) => `select label, _doc as unit from (${rows})`).join(' union all '),
  );
  const facts = { found, ...ranks, outside: outside + misfits, spanning: 0, units: documents, sizes };
  if (proof.unit === 'documents') return { facts, labelling };
  if (people.main?.id !== proof.unit) return { facts: { ...facts, outside: documents }, labelling };
  const labelled = labelledPeople(store, people.main, labelling);
  const rows = await store.engine.numbers(
    `select count(*), sum(case when low = high then 0 else 1 end) from (
       select person, min(label) as low, max(label) as high from (${labelled}) group by person)`,
  );
  const [units, spanning] = rows[0] ?? [];
  const ofPeople = await sizesOf(store, `select distinct label, person as unit from (${labelled})`);
  return { facts: { ...facts, units: units ?? 0, spanning: spanning ?? 0, sizes: ofPeople }, labelling };
}

/** How many labels have how many units. */
async function sizesOf(store: DrawContext['store'], units: string): Promise<ClusterFacts['sizes']> {
  const rows = await store.engine.numbers(
    `select units, count(*) from (select label, count(*) as units from (${units}) where label is not null group by label)
     group by units order by units`,
  );
  return rows.map(([size, times]) => ({ units: size ?? 0, times: times ?? 0 }));
}

interface Labelled {
  labelling: Labelling;
  largestRank: number | null;
  rankParts?: number[];
  /** Files or lines that the proof does not fit. */
  misfits: number;
}

async function labellingOf({ store, proof }: DrawContext): Promise<Labelled> {
  const { clusters } = proof;
  const { parts } = store.manifest;
  if (clusters?.by === 'part') {
    const listed = new Set(clusters.list.map(({ sha256 }) => sha256));
    const fits = listed.size === parts.length && parts.every(({ sha256 }) => listed.has(sha256));
    return { labelling: { by: 'part' }, largestRank: null, misfits: fits ? 0 : 1 };
  }
  if (clusters?.by === 'line') {
    let last = 0;
    const rows = clusters.list.map(({ lines }, i) => [String(i), String(last + 1), String((last += lines))]);
    await store.engine.fill(TABLE, ['label', 'first', 'last'], rows);
    const fits = parts.length === 1 && parts[0]?.lines === last;
    return { labelling: { by: 'line', table: TABLE }, largestRank: null, misfits: fits ? 0 : 1 };
  }
  const path = clusters?.path ?? '';
  const rank = proof.draw?.rule === 'lowest-rank' ? ranker(proof.draw.seed) : () => Infinity;
  const names = await namesAt(store, path);
  const ranks = rankTally(proof.draw?.rule === 'lowest-rank' ? proof.draw.threshold : 0);
  for (const name of names) ranks.add(rank(Leaked.unseal(name)));
  const rows = names.map((name, i) => [Leaked.unseal(name), String(i)]);
  await store.engine.fill(TABLE, ['name', 'label'], rows);
  const { largest: largestRank, parts: rankParts } = ranks.tallied;
  return { labelling: { by: 'path', table: TABLE, path }, largestRank, rankParts, misfits: 0 };
}

/** Different texts at a path of the kinds' own tables. */
async function namesAt(store: DrawContext['store'], path: string): Promise<Leaked[]> {
  const sources = store.manifest.kinds.flatMap(({ id }) => {
    const entry = store.find(id, path);
    return entry?.column && entry.table === id
      ? [`select ${entry.column} as name from ${store.source(id)}`]
      : [];
  });
  if (sources.length === 0) return [];
  const rows = await store.engine.texts(
    `select distinct name from (${sources.join(' union all ')}) where name is not null order by name`,
  );
  return rows.flatMap(([name]) => name ?? []);
}
