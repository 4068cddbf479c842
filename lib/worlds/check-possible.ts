import { AnalysisError } from '../contract/errors';
import { providerOf } from './population';
import type { WorldParameters } from './world-parameters';

/**
 * Refuses a combination of parameters that no world can have.
 *
 * @throws WORLD_IMPOSSIBLE with the rule that is broken
 */
export function checkPossible(
  world: string,
  given: WorldParameters,
  population: number,
  { people, shard }: { people: number; shard?: { index: number; of: number } | undefined },
): void {
  const { accounts, shares, requests, scale, time, zones, devices, pairs } = given;
  const paired = 2 * (pairs.address + pairs.mailbox + pairs.device + pairs.household);
  const [first, second, third] = shares.addressesWithoutAccount;
  const rules: [boolean, string][] = [
    [
      Number.isInteger(population) && population >= 1 && population <= 2 ** 28,
      'the population must be 1 to 2^28 people',
    ],
    [Number.isInteger(people) && people >= 1, 'at least one person must be drawn'],
    [people <= population, `${people} people cannot be drawn from ${population}`],
    [
      shard === undefined || (shard.index >= 1 && shard.index <= shard.of && shard.of <= people),
      'a shard must be one of at most as many as there are people',
    ],
    [scale.testers <= population, `${scale.testers} testers among ${population} people`],
    [
      accounts.thirdPartyTokens <= population,
      `${accounts.thirdPartyTokens} token holders among ${population} people`,
    ],
    [
      scale.testers + scale.planted <= population,
      `${scale.testers} testers and ${scale.planted} planted weigh-ins among ${population} people`,
    ],
    [
      paired + accounts.staff <= population,
      `${paired} accounts in pairs and ${accounts.staff} of staff among ${population} people`,
    ],
    [
      pairs.mailbox === 0 || accounts.domains.some(({ name }) => providerOf(name)?.dotsIgnored),
      'pairs of one mailbox need a domain whose provider ignores dots and tags',
    ],
    [
      accounts.domains.every(({ name }) => name !== accounts.staffDomain),
      'staffDomain must be none of the domains',
    ],
    [first <= population, `${first} people who share among ${population} people`],
    [first >= second && second >= third, 'addressesWithoutAccount must descend'],
    [
      requests.tokenPeople <= requests.active,
      'everybody with a token needs a request: tokenPeople is above active',
    ],
    [Date.parse(time.opened) < Date.parse(time.newest), 'opened must come before newest'],
    [
      Number.isFinite(Date.parse(time.opened) + Date.parse(time.newest)),
      'opened and newest must be dates of the calendar',
    ],
    [scale.records[0] <= scale.records[1], 'records must ascend'],
    [sum(accounts.emailBlank, accounts.emailNull) <= 1, 'emailBlank and emailNull exceed 1'],
    [sum(accounts.emailDotted, accounts.emailTagged) <= 1, 'emailDotted and emailTagged exceed 1'],
    [sum(accounts.emailCapitalised, accounts.emailUpper) <= 1, 'emailCapitalised and emailUpper exceed 1'],
    [
      sum(accounts.nameBlank, accounts.nameNull, accounts.nameOdd) <= 1,
      'nameBlank, nameNull and nameOdd exceed 1',
    ],
    [
      new Set(zones.weights.map((zone) => zone.name)).size === zones.weights.length,
      'a time zone is named twice',
    ],
    [
      devices.models.every(({ firmware }) =>
        firmware.some(({ since }) => Date.parse(since) <= Date.parse(time.opened)),
      ),
      'each model needs a firmware from before the first account',
    ],
    [
      new Set([...devices.models.map(({ prefix }) => prefix), scale.prefix]).size ===
        devices.models.length + 1,
      'two models have one prefix',
    ],
  ];
  for (const [holds, rule] of rules)
    if (!holds) throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: world, rule });
}

function sum(...shares: number[]): number {
  return shares.reduce((total, share) => total + share, 0);
}
