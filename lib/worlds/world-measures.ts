import { loadTaxonomy } from '../cases/load-taxonomy';
import { CATEGORIES } from '../contract/categories';
import type { Pair } from './links';
import { FACT, KINDS } from './paths';
import type { TallyCounts, TALLY_SETS } from './tally';
import type { WorldParameters } from './world-parameters';
import type { WorldPath } from './world-paths';

/** What {@link measuresOf} needs beside the counts. */
export interface MeasureContext {
  given: WorldParameters;
  paths: WorldPath[];
  /** Pairs of which both accounts were counted. */
  pairs: Pair[];
  /** Different members of the sets together. */
  different: (...sets: (typeof TALLY_SETS)[number][]) => number;
}

/** The measures by id, as the contract names them, of people who were counted. */
export function measuresOf(counts: TallyCounts, context: MeasureContext): Record<string, number> {
  const { different, given, pairs } = context;
  const all: Record<string, number> = { documents: 0 };
  for (const kind of KINDS) {
    all['documents'] = (all['documents'] ?? 0) + counts.documents[kind];
    all[`documents.kind:${kind}`] = counts.documents[kind];
  }
  all['documents.twice'] = counts.twice;
  const own = different('own');
  const any = different('own', 'others');
  all['people.accounts'] = counts.people;
  all['people.emails-l0'] = different('exact');
  all['people.emails-l1'] = different('trimmed');
  all['people.emails-l2'] = own;
  all['people.emails-l3'] = different('mailboxes');
  all['people.emails-any'] = any;
  all['people.linked-l4'] = counts.people - pairs.filter(({ one }) => one === 'person').length;
  all['people.households'] = counts.people - pairs.length;
  all['people.owners'] = having(counts, FACT.device);
  all['people.share-only'] = any - own;
  addCategories(all, counts, context);
  addZones(all, counts, given);
  addHosts(all, counts, given);
  all['devices'] = counts.devices - pairs.filter(({ by }) => by === 'device').length;
  all['tokens.with:api-token'] = given.requests.body === 'tail' ? different('tails') : counts.tokens;
  all['tokens.with:third-party-token'] = counts.thirdPartyTokens;
  return all;
}

function addCategories(
  all: Record<string, number>,
  counts: TallyCounts,
  { given, paths }: MeasureContext,
): void {
  for (const category of CATEGORIES.filter((each) => each !== 'unknown')) {
    const held = paths.filter((path) => path.definitions.includes(category));
    const certain = held.filter((path) => path.definitions.length === 1);
    all[`people.with:${category}`] = having(counts, join(held));
    all[`people.with-certain:${category}`] = having(counts, join(certain));
  }
  for (const [group, categories] of Object.entries(given.groups)) {
    const held = paths.filter((path) => path.definitions.some((category) => categories.includes(category)));
    all[`people.with-any:${group}`] = having(counts, join(held));
    all[`share.with-any:${group}`] = having(counts, join(held)) / counts.people;
  }
}

function addZones(
  all: Record<string, number>,
  { zones }: TallyCounts,
  { zones: { weights } }: WorldParameters,
): void {
  const zoned = zones.reduce((sum, count) => sum + count, 0);
  for (const set of new Set(weights.flatMap((zone) => zone.sets ?? []))) {
    const inside = weights.reduce(
      (sum, zone, i) => sum + (zone.sets?.includes(set) ? (zones[i] as number) : 0),
      0,
    );
    if (zoned > 0) all[`share.of:${set}`] = inside / zoned;
  }
}

function addHosts(all: Record<string, number>, { hosts }: TallyCounts, { requests }: WorldParameters): void {
  if (hosts.length === 0) return;
  for (const { id, suffixes } of loadTaxonomy().cloudProviders) {
    all[`hosts.provider:${id}`] = requests.hosts.reduce(
      (sum, { name }, i) =>
        suffixes.some((suffix) => `.${name}`.endsWith(`.${suffix}`)) ? sum + (hosts[i] as number) : sum,
      0,
    );
  }
}

/** The counts as they are without planted documents. */
export function withoutPlanted(counts: TallyCounts): TallyCounts {
  const facts = new Map(counts.facts);
  for (const held of counts.planted) {
    const without = held & ~FACT.scale;
    facts.set(held, (facts.get(held) ?? 0) - 1).set(without, (facts.get(without) ?? 0) + 1);
  }
  const scale = counts.documents.scale - counts.planted.length;
  return { ...counts, facts: [...facts], documents: { ...counts.documents, scale } };
}

/** People who have at least one of the facts. */
function having({ facts }: TallyCounts, wanted: number): number {
  return facts.reduce((sum, [held, people]) => ((held & wanted) === 0 ? sum : sum + people), 0);
}

function join(paths: WorldPath[]): number {
  return paths.reduce((facts, path) => facts | path.fact, 0);
}
