import { AnalysisError } from '../contract/errors';
import type { Activity, WorldParameters } from './world-parameters';

/** Most documents of one person and kind; what a counter of the generator can tell apart. */
const MOST = 100_000;

/**
 * A world's parameters with other means of request and event documents, in the proportion that they have. The mean grows
 * by how many people log at all until everybody does, and then by how much; the tail stays heavy, and its limit is
 * allowed for.
 *
 * @param options `logs`: documents a person of both kinds together; nothing changes without it
 * @throws WORLD_IMPOSSIBLE where the people with a token alone have more requests
 */
export function withLogs(
  given: WorldParameters,
  { logs, population, world }: { logs?: number; population: number; world: string },
): WorldParameters {
  if (logs === undefined) return given;
  const owners = shareOfOwners(given, population);
  const factor = logs / (meanOf(given.requests) + owners * meanOf(given.events));
  const requests = { ...given.requests, ...scaled(given.requests, factor) };
  if (requests.active < requests.tokenPeople || logs > MOST / 100) {
    const rule = `${logs} log documents a person: at least one for each with a token, at most ${MOST / 100}`;
    throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: world, rule });
  }
  return { ...given, requests, events: { ...given.events, ...scaled(given.events, factor) } };
}

/** Documents of a kind by person who could have some. */
export function meanOf({ active, further, most }: Activity): number {
  return active * (1 + meanOfTail(further, most - 1));
}

/** Terms that are summed one by one; beyond them the sum is as good as its integral. */
const TERMS = 2_000;

/** Mean of a Lomax variable of shape 2, rounded and cut at `most`: the sum of its chances to reach 1, 2, 3 … */
function meanOfTail(scale: number, most: number): number {
  if (scale <= 0) return 0;
  let mean = 0;
  for (let count = 1; count <= Math.min(most, TERMS); count++) mean += 1 / (1 + (count - 0.5) / scale) ** 2;
  const beyond = (from: number) => (scale * scale) / (scale + from);
  return most > TERMS ? mean + beyond(TERMS) - beyond(most) : mean;
}

/** Everybody who shares owns a device as well. */
function shareOfOwners({ devices, shares }: WorldParameters, population: number): number {
  return devices.owners + (1 - devices.owners) * (shares.addressesWithoutAccount[0] / population);
}

function scaled(activity: Activity, factor: number): Activity {
  const mean = meanOf(activity) * factor;
  const active = Math.min(1, Math.max(activity.active, mean / (1 + activity.further)));
  if (mean <= active) return { active: mean, further: 0, most: 1 };
  const more = mean / active - 1;
  const most = Math.min(MOST, Math.max(activity.most, Math.ceil(200 * more)));
  return { active, further: scaleFor(more, most - 1), most };
}

/** The scale at which {@link meanOfTail} is `mean`, by halving: it grows with the scale. */
function scaleFor(mean: number, most: number): number {
  let [low, high] = [0, 2 * mean + 1];
  while (meanOfTail(high, most) < mean) high *= 2;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (meanOfTail(middle, most) < mean) low = middle;
    else high = middle;
  }
  return high;
}
