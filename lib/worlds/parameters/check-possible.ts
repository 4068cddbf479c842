import { AnalysisError } from '../../contract/errors';
import { ignoresDots } from './ignores-dots';
import { chainsOf } from './role-chains';
import type { KindParameters, WorldParameters } from './world-parameters';

type Rule = [holds: boolean, rule: string];

/** How much of a world is made. */
export interface Amount {
  people: number;
  shard?: { index: number; of: number } | undefined;
}

/**
 * Refuses a combination of parameters that no world can have.
 *
 * @throws WORLD_IMPOSSIBLE with the rule that is broken
 */
export function checkPossible(
  world: string,
  given: WorldParameters,
  { population, ...amount }: Amount & { population: number },
): void {
  const rules = [
    ...amountRules(population, amount),
    ...roleRules(given, population),
    ...addressRules(given),
    ...timeRules(given),
    ...Object.entries(given.kinds).flatMap(([name, kind]) => kindRules(given, name, kind)),
  ];
  for (const [holds, rule] of rules)
    if (!holds) throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: world, rule });
}

function amountRules(population: number, { people, shard }: Amount): Rule[] {
  return [
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
  ];
}

/** Everybody has one place of a permutation: the roles that share one must find room in it. */
function roleRules({ roles, pairs }: WorldParameters, population: number): Rule[] {
  const paired = 2 * Object.values(pairs).reduce((sum, count) => sum + count, 0);
  const single = Object.entries(roles).map(([name, { people }]): Rule => [
    people <= population,
    `${people} ${name} among ${population} people`,
  ]);
  const shared = [...chainsOf(roles)].map(([first, chain]): Rule => {
    const counts = chain.map((name) => ({ name, people: roles[name]?.people ?? 0 }));
    const all = first === 'pairs' ? [{ name: 'accounts in pairs', people: paired }, ...counts] : counts;
    const words = all.map(({ name, people }) => `${people} ${name}`).join(' and ');
    return [
      all.reduce((sum, { people }) => sum + people, 0) <= population,
      `${words} among ${population} people`,
    ];
  });
  return [...single, ...shared];
}

function addressRules({ addresses, pairs }: WorldParameters): Rule[] {
  if (!addresses) return [[!pairs.address && !pairs.mailbox, 'pairs of one address need addresses']];
  const { domains, staff, dotted, tagged, capitalised, upper } = addresses;
  return [
    [
      !pairs.mailbox || domains.some(({ name }) => ignoresDots(name)),
      'pairs of one mailbox need a domain whose provider ignores dots and tags',
    ],
    [domains.every(({ name }) => name !== staff?.domain), "the staff's domain must be none of the domains"],
    [dotted + tagged <= 1, 'dotted and tagged exceed 1'],
    [capitalised + upper <= 1, 'capitalised and upper exceed 1'],
  ];
}

function timeRules({ time }: WorldParameters): Rule[] {
  const [opened, newest] = [Date.parse(time.opened), Date.parse(time.newest)];
  return [
    [Number.isFinite(opened + newest), 'opened and newest must be dates of the calendar'],
    [opened < newest, 'opened must come before newest'],
  ];
}

function kindRules(
  { roles, traits, time }: WorldParameters,
  name: string,
  { count, catalogue, columns }: KindParameters,
): Rule[] {
  const rules: Rule[] = Object.entries(columns).flatMap(([path, column]): Rule[] => {
    if (column.make === 'number') return [[column.from <= column.to, `the numbers of ${path} must ascend`]];
    if (column.make !== 'choice') return [];
    const names = column.of.map((item) => String(typeof item === 'string' ? item : item.name));
    return [[new Set(names).size === names.length, `a value of ${path} is named twice`]];
  });
  if (count.by === 'range') rules.push([count.from <= count.to, `the documents of ${name} must ascend`]);
  if (count.by === 'contacts') {
    const all = [roles[count.role]?.people ?? 0, ...count.further];
    rules.push([
      all.every((each, i) => each <= (all[i - 1] ?? each)),
      `the further ones of ${name} must descend`,
    ]);
  }
  if (count.by === 'activity')
    for (const [trait, { share, within }] of Object.entries(traits))
      rules.push([
        within !== name || share <= count.active,
        `everybody with ${trait} needs a document of ${name}: its share is above active`,
      ]);
  if (!catalogue) return rules;
  const opened = Date.parse(time.opened);
  const prefixes = [...catalogue.models, ...(catalogue.special ? [catalogue.special] : [])].map(
    ({ prefix }) => prefix,
  );
  return [
    ...rules,
    [
      catalogue.models.every(({ firmware }) => firmware.some(({ since }) => Date.parse(since) <= opened)),
      'each model needs a firmware from before the first account',
    ],
    [new Set(prefixes).size === prefixes.length, 'two models have one prefix'],
  ];
}
