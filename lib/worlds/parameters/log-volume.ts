import { AnalysisError } from '../../contract/errors';
import { scaleForMean } from '../randoms/heavy-tail';
import { MOST_DOCUMENTS } from './limits';
import { meanOf } from './mean-count';
import type { ActivityParameters, KindParameters, WorldParameters } from './world-parameters';

/**
 * A world's parameters with other means of the documents of its logs, in the proportion that they have. The mean grows
 * by how many people log at all until everybody does, and then by how much; the tail stays heavy, and its limit is
 * allowed for.
 *
 * @param options `logs`: documents a person of all logs together; nothing changes without it
 * @throws WORLD_IMPOSSIBLE where the people who must have a log document alone have more, or the world has no logs
 */
export function withLogs(
  given: WorldParameters,
  { logs, population, world }: { logs?: number; population: number; world: string },
): WorldParameters {
  if (logs === undefined) return given;
  const kinds = Object.entries(given.kinds);
  const logged = kinds.flatMap(([name, kind]) =>
    kind.log && kind.count.by === 'activity' ? [{ name, ...kind.count }] : [],
  );
  const mean = logged.reduce((sum, count) => {
    const able = count.of === undefined ? 1 : shareWith(count.of, given, population);
    return sum + able * meanOf(count);
  }, 0);
  const factor = logs / mean;
  const fewest = (name: string) =>
    Math.max(0, ...Object.values(given.traits).map(({ share, within }) => (within === name ? share : 0)));
  const changed = new Map(logged.map(({ name, ...count }) => [name, { ...count, ...scaled(count, factor) }]));
  const tooFew = [...changed].some(([name, { active }]) => active < fewest(name));
  if (mean === 0 || tooFew || logs > MOST_DOCUMENTS / 100) {
    const rule = `${logs} log documents a person: at least one for each who must have one, at most ${MOST_DOCUMENTS / 100}`;
    throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: world, rule });
  }
  const entries = kinds.map(([name, kind]): [string, KindParameters] => {
    const count = changed.get(name);
    return [name, count ? { ...kind, count } : kind];
  });
  return { ...given, kinds: Object.fromEntries(entries) };
}

/** Share of the people who have documents of a kind: those who are active, and those who must have some for others they have. */
function shareWith(name: string, given: WorldParameters, population: number): number {
  const count = given.kinds[name]?.count;
  if (!count || count.by === 'everybody') return 1;
  if (count.by !== 'activity') return (given.roles[count.role]?.people ?? 0) / population;
  const above = (count.always ?? []).filter((each) => each in given.kinds);
  return above.reduce(
    (share, each) => share + (1 - share) * shareWith(each, given, population),
    count.active,
  );
}

function scaled(activity: ActivityParameters, factor: number): Omit<ActivityParameters, 'by'> {
  const mean = meanOf(activity) * factor;
  const active = Math.min(1, Math.max(activity.active, mean / (1 + activity.further)));
  if (mean <= active) return { active: mean, further: 0, most: 1 };
  const more = mean / active - 1;
  const most = Math.min(MOST_DOCUMENTS, Math.max(activity.most, Math.ceil(200 * more)));
  return { active, further: scaleForMean(more, most - 1), most };
}
