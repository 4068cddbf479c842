import { loadTaxonomy } from '../../cases/load-taxonomy';
import { CATEGORIES, type Category } from '../../contract/categories';
import type { Pair } from '../population/pairs';
import type { ColumnPlan, Population } from '../population/population-plan';
import { countedChoices, tokenSet, type CountedChoice, type PeopleCounts } from '../workers/person-counter';

/** Categories of tokens that are counted for themselves. */
const TOKENS = ['api-token', 'third-party-token'] as const satisfies Category[];

/** What {@link measuresOf} needs beside the counts. */
export interface MeasureContext {
  population: Population;
  /** Pairs of which both people were counted. */
  pairs: Pair[];
  /** Different members of the sets together. */
  different: (...sets: string[]) => number;
}

/** The measures by id, as the contract names them, of people who were counted. */
export function measuresOf(counts: PeopleCounts, context: MeasureContext): Record<string, number> {
  const { different, pairs, population } = context;
  const columns = population.kinds.flatMap((kind) => kind.columns);
  const all: Record<string, number> = { documents: counts.documents.reduce((sum, each) => sum + each, 0) };
  for (const { name, index } of population.kinds)
    all[`documents.kind:${name}`] = counts.documents[index] ?? 0;
  all['documents.twice'] = counts.twice;
  const own = different('own');
  const any = different('own', 'others');
  all['people.accounts'] = counts.people;
  all['people.emails-l0'] = counts.alone.exact + different('exact');
  all['people.emails-l1'] = counts.alone.trimmed + different('trimmed');
  all['people.emails-l2'] = own;
  all['people.emails-l3'] = counts.alone.mailboxes + different('mailboxes');
  all['people.emails-any'] = any;
  all['people.linked-l4'] = counts.people - pairs.filter(({ one }) => one === 'person').length;
  all['people.households'] = counts.people - pairs.length;
  all['people.owners'] = having(
    counts,
    columns.filter(({ definitions }) => definitions.includes('mac-address')),
  );
  all['people.emails-others'] = different('others');
  all['people.share-only'] = any - own;
  addCategories(all, counts, { columns, groups: population.given.groups });
  const choices = countedChoices(population);
  for (const [i, choice] of choices.entries()) addSets(all, choice, counts.choices[i] ?? []);
  addHosts(all, choices, counts.choices);
  all['devices'] = counts.things - pairs.filter(({ by }) => by === 'device').length;
  for (const category of TOKENS) all[`tokens.with:${category}`] = different(tokenSet(category));
  return all;
}

function addCategories(
  all: Record<string, number>,
  counts: PeopleCounts,
  { columns, groups }: { columns: ColumnPlan[]; groups: Record<string, Category[]> },
): void {
  for (const category of CATEGORIES.filter((each) => each !== 'unknown')) {
    const held = columns.filter(({ definitions }) => definitions.includes(category));
    const certain = held.filter(({ definitions }) => definitions.length === 1);
    all[`people.with:${category}`] = having(counts, held);
    all[`people.with-certain:${category}`] = having(counts, certain);
  }
  for (const [group, categories] of Object.entries(groups)) {
    const held = columns.filter(({ definitions }) => definitions.some((each) => categories.includes(each)));
    all[`people.with-any:${group}`] = having(counts, held);
    all[`share.with-any:${group}`] = having(counts, held) / counts.people;
  }
}

/** Shares of the people with a value whose value is in a set. */
function addSets(all: Record<string, number>, { items, kind }: CountedChoice, counts: number[]): void {
  const filled = counts.reduce((sum, count) => sum + count, 0);
  if (kind.index > 0 || filled === 0) return;
  for (const set of new Set(items.flatMap(({ sets }) => sets))) {
    const inside = items.reduce((sum, { sets }, i) => sum + (sets.includes(set) ? (counts[i] ?? 0) : 0), 0);
    all[`share.of:${set}`] = inside / filled;
  }
}

/** Documents by the provider of their host; nothing where they were not looked at. */
function addHosts(all: Record<string, number>, choices: CountedChoice[], counts: number[][]): void {
  const hosts = choices.flatMap(({ plan, items }, i) =>
    plan.category === 'hostname'
      ? [{ items, counts: counts[i] ?? [], unseen: (counts[i] ?? []).length === 0 }]
      : [],
  );
  if (hosts.length === 0 || hosts.some(({ unseen }) => unseen)) return;
  for (const { id, suffixes } of loadTaxonomy().cloudProviders) {
    const isOf = (name: string) => suffixes.some((suffix) => `.${name}`.endsWith(`.${suffix}`));
    all[`hosts.provider:${id}`] = hosts.reduce(
      (total, host) =>
        host.items.reduce(
          (sum, { name }, i) => (isOf(String(name)) ? sum + (host.counts[i] ?? 0) : sum),
          total,
        ),
      0,
    );
  }
}

/** The counts as they are without planted documents, each of which is its person's only one of its kind. */
export function withoutPlanted(counts: PeopleCounts, { kinds }: Population): PeopleCounts {
  const facts = new Map(counts.facts);
  const documents = [...counts.documents];
  for (const [held, kind] of counts.planted) {
    const own = kinds[kind]?.columns.reduce((all, { fact }) => all | fact, kinds[kind]?.fact ?? 0) ?? 0;
    const without = held & ~own;
    facts.set(held, (facts.get(held) ?? 0) - 1).set(without, (facts.get(without) ?? 0) + 1);
    documents[kind] = (documents[kind] ?? 0) - 1;
  }
  return { ...counts, facts: [...facts], documents };
}

/** People who have a filled value in at least one of the columns. */
function having({ facts }: PeopleCounts, columns: ColumnPlan[]): number {
  const wanted = columns.reduce((all, { fact }) => all | fact, 0);
  return facts.reduce((sum, [held, people]) => ((held & wanted) === 0 ? sum : sum + people), 0);
}
