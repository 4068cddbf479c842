import type { Category } from '../contract/categories';
import type { ErrorCode } from '../contract/errors';
import type { Truth } from '../contract/truth';
import type { Kind } from './paths';

/** Something that is drawn by weight. */
export interface Weighted {
  name: string;
  weight: number;
}

/** A product: its code, the first two bytes of its synthetic hardware addresses (hex), and its firmware by first date. */
export interface ModelParameters extends Weighted {
  prefix: string;
  hardware: string;
  firmware: { name: string; since: string; weight: number }[];
}

/** What a body-metric field of a name holds. */
export interface BodyField {
  name: string;
  holds: 'bone-density' | 'bone-mass' | 'protein-intake' | 'protein-share';
}

/** How often something happens: the share that has any, the mean of what comes on top of the first, and a limit. */
export interface Activity {
  active: number;
  further: number;
  most: number;
}

/** Parameters of a world, as `worlds/NAME.yaml` holds them; shares lie in [0, 1], counts are of the population. */
export interface WorldParameters {
  title: string;
  /** First account, newest document; ISO 8601 instants. */
  time: { opened: string; newest: string };
  zones: { blank: number; weights: (Weighted & { sets?: string[] })[] };
  accounts: {
    emailBlank: number;
    emailNull: number;
    emailCapitalised: number;
    emailUpper: number;
    emailPadded: number;
    /** Of addresses at a provider who ignores dots and tags: with other dots, with a tag. */
    emailDotted: number;
    emailTagged: number;
    domains: Weighted[];
    /** Accounts that the company made to try things out, exactly. */
    staff: number;
    staffDomain: string;
    /** People whose account document occurs a second time, half of them with the address spelled otherwise. */
    duplicates: number;
    nameBlank: number;
    nameNull: number;
    /** Names with quotes, markup, formulas, control escapes, emoji, right-to-left text. */
    nameOdd: number;
    noPhoto: number;
    neverLoggedOut: number;
    /** Accounts with a third party's token, exactly. */
    thirdPartyTokens: number;
    /** A field that only some of the last accounts have: from this share of the account numbers on. */
    rare: { name: string; from: number; share: number; values: string[] };
  };
  /** Pairs of accounts that belong together, exact numbers of pairs; no account is in two. */
  pairs: {
    /** One person, one address, upper and lower case. */
    address: number;
    /** One person, one mailbox at a provider who ignores dots and tags. */
    mailbox: number;
    /** One person, two addresses, one camera. */
    device: number;
    /** Two people of one household who both have the same camera. */
    household: number;
  };
  shares: {
    /** Accounts that share with a first, a second, a third address that has no account: exact, descending. */
    addressesWithoutAccount: [number, number, number];
    withAccounts: number;
    /** Of first addresses: shared with twice (two documents). */
    repeated: number;
    ended: number;
  };
  devices: {
    owners: number;
    further: number;
    most: number;
    nicknameBlank: number;
    ssidBlank: number;
    ipMissing: number;
    /** Owners whose first device occurs a second time. */
    duplicates: number;
    /** Of devices: the connection state as text instead of a number. */
    stateAsText: number;
    models: ModelParameters[];
  };
  requests: Activity & {
    /** Of all accounts: those with a token, who all have a request. At most `active`. */
    tokenPeople: number;
    /** Of token people with two or more requests: a second phone with its own token. */
    secondToken: number;
    body: 'token' | 'redacted' | 'tail';
    methods: Weighted[];
    hosts: Weighted[];
    paths: Weighted[];
    app: { name: string; versions: Weighted[] };
  };
  /** Of people with a device. */
  events: Activity & { types: Weighted[] };
  /** A second database that holds account documents alone: of which share of the accounts, and how many that only it has. */
  second?: { share: number; others: number };
  scale: {
    /** People with body metrics, exactly. */
    testers: number;
    records: [number, number];
    model: string;
    prefix: string;
    /** Accounts without a scale to which somebody added a made-up weigh-in, exactly. */
    planted: number;
    fields: BodyField[];
  };
  /** Category by kind and path; what is not named is `unknown`. */
  categories: Partial<Record<Kind, Record<string, Category>>>;
  /** Paths whose meaning the parties dispute. */
  disputed: { kind: Kind; path: string; definitions: Category[] }[];
  groups: Record<string, Category[]>;
  /** Broken lines to add, by kind. */
  broken: Partial<Record<Kind, ErrorCode[]>>;
  /** What is true of the ledger's claims in this world. */
  claims: Truth['claims'];
}
