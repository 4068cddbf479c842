import { loadTaxonomy } from '../cases/load-taxonomy';
import type { MailProvider } from '../contract/taxonomy';
import { Choice } from './choice';
import { Places } from './places';
import { Randoms } from './randoms';
import { TABLE } from './tables';
import { UserIds } from './user-id';
import type { WorldParameters } from './world-parameters';

/** What makes two accounts belong together. */
export type Bond = keyof WorldParameters['pairs'];

/** The other account of a pair. */
export interface Link {
  other: number;
  by: Bond;
}

/** Account numbers with exact roles, and everything that is worked out once for a world. */
export interface Population {
  size: number;
  given: WorldParameters;
  randoms: Randoms;
  ids: UserIds;
  /** The people with body metrics. */
  testers: { has: (person: number) => boolean };
  /** Whether an account was given a made-up weigh-in. */
  planted: (person: number) => boolean;
  /** The people with a third party's token. */
  tokenHolders: Places;
  /** The people who share with somebody without an account. */
  sharers: Places;
  /** The account that belongs together with an account. */
  linkOf: (person: number) => Link | undefined;
  /** Whether the company made an account to try things out. */
  isStaff: (person: number) => boolean;
  zones: Choice<WorldParameters['zones']['weights'][number]>;
  /** Addresses that are shared with and have no account. */
  strangers: number;
  /** Domains of addresses. */
  domains: Choice<{ name: string; weight: number }>;
  /** Domain of the mailboxes that two accounts of one person spell differently. */
  tagDomain: string;
}

const BONDS = ['address', 'mailbox', 'device', 'household'] as const satisfies Bond[];

/**
 * Gives the exact roles of a world's population. Roles are the first places of keyed permutations, so that a world has
 * exactly as many of each as its parameters say, and the same people in every world of one seed.
 */
export function populationOf(size: number, given: WorldParameters, seed: string): Population {
  const randoms = Randoms.of(seed);
  const first = (table: number, places: number) => new Places(randoms, table, { places, size });
  const { testers, planted } = given.scale;
  const weighed = first(TABLE.testers, testers + planted);
  const limits = BONDS.map((_, i) => BONDS.slice(0, i + 1).reduce((sum, by) => sum + 2 * given.pairs[by], 0));
  const paired = limits.at(-1) as number;
  const special = first(TABLE.pairs, paired + given.accounts.staff);
  return {
    size,
    given,
    randoms,
    ids: new UserIds(randoms),
    testers: { has: (person) => isBelow(weighed.of(person), testers) },
    planted: (person) => weighed.of(person) >= testers,
    tokenHolders: first(TABLE.tokenHolders, given.accounts.thirdPartyTokens),
    sharers: first(TABLE.sharers, given.shares.addressesWithoutAccount[0]),
    linkOf(person) {
      const place = special.of(person);
      if (!isBelow(place, paired)) return undefined;
      return { other: special.at(place ^ 1), by: BONDS[limits.findIndex((limit) => place < limit)] as Bond };
    },
    isStaff: (person) => special.of(person) >= paired,
    strangers: given.shares.addressesWithoutAccount.reduce((sum, count) => sum + count, 0),
    zones: new Choice(given.zones.weights, (zone) => zone.weight),
    domains: new Choice(given.accounts.domains, (domain) => domain.weight),
    tagDomain: given.accounts.domains.find(({ name }) => providerOf(name)?.dotsIgnored)?.name ?? '',
  };
}

function isBelow(place: number, limit: number): boolean {
  return place >= 0 && place < limit;
}

/** The rules of the provider of a domain, if it has any. */
export function providerOf(domain: string): MailProvider | undefined {
  return loadTaxonomy().mailProviders.get(domain);
}

/** Domain of a mailbox: accounts' mailboxes have the number of their account. */
export function domainOf(population: Population, mailbox: number): string {
  const { domains, linkOf, isStaff, tagDomain, randoms, given, size } = population;
  if (mailbox < size && linkOf(mailbox)?.by === 'mailbox') return tagDomain;
  if (mailbox < size && isStaff(mailbox)) return given.accounts.staffDomain;
  return domains.at(randoms.u64(TABLE.name, mailbox, 0).second()).name;
}
