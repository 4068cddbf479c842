import type { Category } from '../../contract/categories';
import type { ErrorCode } from '../../contract/errors';
import type { Truth } from '../../contract/truth';
import type { ColumnParameters } from './column-parameters';
import type { Weighted } from './weighted';

/** A product: its code, the first two bytes of its synthetic hardware addresses (hex), and its firmware by first date. */
export interface ModelParameters extends Weighted {
  name: string;
  prefix: string;
  hardware: string;
  firmware: { name: string; since: string; weight: number }[];
}

/**
 * How many documents of a kind a person has.
 *
 * - `everybody`: one; the first kind of a world, and no other
 * - `activity`: whoever is active has one and, with a heavy tail, further ones
 * - `range`: everybody of a role, evenly from the fewest to the most
 * - `contacts`: one for each address of somebody else
 */
export type CountParameters =
  | { by: 'everybody' }
  | ActivityParameters
  | { by: 'range'; role: string; from: number; to: number; draw?: string }
  | ContactParameters;

/** How often something happens: the share that has any, the mean of what comes on top of the first, and a limit. */
export interface ActivityParameters {
  by: 'activity';
  active: number;
  further: number;
  most: number;
  draw?: string;
  /** Who has some in any case: roles, traits, pairs, and people with documents of kinds that stand above. */
  always?: string[];
  /** A kind that stands above: who has none of it has none of this. */
  of?: string;
  /** Everybody of this role has one more, which {@link Catalogue.special} describes. */
  extra?: string;
}

/** Addresses of others that a person gives: of people without an entry, exactly; of others by chance. */
export interface ContactParameters {
  by: 'contacts';
  /** Everybody of this role gives an address that no person of the world has. */
  role: string;
  /** So many of them give a second one, so many a third, and so on; descending. */
  further: number[];
  /** Share of the people who give the address of another person of the world. */
  people: number;
  /** Share of the role whose first address occurs twice. */
  repeated: number;
  draw?: string;
  /** Draws whose address it is, of the people of the world. */
  whose?: string;
}

/** Things that a person has one document of: what models there are. */
export interface CatalogueParameters {
  draw?: string;
  models: ModelParameters[];
  /** The model of the one more that a role has, as `extra` says. */
  special?: { name: string; prefix: string };
}

/** One kind of document. */
export interface KindParameters {
  /** Name of its file without ending, and of its index. */
  file: string;
  count: CountParameters;
  /** Its number of documents changes with the volume of logs that is asked for. */
  log?: boolean;
  /** Share of those who have some whose first document occurs once more at the end; with another spelling of the address. */
  repeat?: { share: number; draw?: string; respelled?: string };
  /** Documents come in turn from one source, such as a phone, or from two: this share of a trait. */
  turns?: { of: string; share: number; draw?: string };
  /** Everybody of this role has one made-up document, dated this many weeks after the newest. */
  planted?: { role: string; weeks: number };
  catalogue?: CatalogueParameters;
  /** By path; `outer.inner` for what stands in an object. */
  columns: Record<string, ColumnParameters>;
}

/** Parameters of a world, as `worlds/NAME.yaml` holds them; shares lie in [0, 1], counts are of the population. */
export interface WorldParameters {
  title: string;
  /** First account, newest document; ISO 8601 instants. */
  time: { opened: string; newest: string };
  /** Numbers, 0 to 15, of the generator's tables; what is not numbered takes the next free number. */
  random: Record<string, number>;
  /** Exactly so many people each: the first places of a keyed permutation, or those after another role or `pairs`. */
  roles: Record<string, { people: number; after?: string }>;
  /** What a person is by chance; `within` a kind: of those who are active in it, by the same draw. */
  traits: Record<string, { share: number; draw?: string; within?: string }>;
  /** Pairs of people that belong together, exact numbers of pairs; nobody is in two. */
  pairs: Partial<Record<PairKind, number>>;
  addresses?: AddressParameters;
  /** In the order in which they are written; the first one holds one document of everybody. */
  kinds: Record<string, KindParameters>;
  /** A second database that holds the first kind alone: of which share of the people, and how many that only it has. */
  second?: { share: number; others: number; draw?: string };
  /**
   * What designs of a draw need to know: the column whose values are strata, the one that everybody is taken who has
   * something in it, when a server was asked for its total.
   */
  designs?: { strata?: string; presence?: string; asked?: string };
  groups: Record<string, Category[]>;
  /** Broken lines to add, by kind: whose key they hold, which column is cut short, which one holds what no text can. */
  broken: { key: string; cut: string; text: string; lines: Record<string, ErrorCode[]> };
  /** What is true of the ledger's claims in this world. */
  claims: Truth['claims'];
}

/**
 * What two people have in common: one person with two entries at one address in upper and lower case, at one mailbox
 * spelled otherwise, or with one thing in both; or two people of one household who have the same thing.
 */
export type PairKind = 'address' | 'mailbox' | 'device' | 'household';

/** E-mail addresses: where they are, and how they are spelled. */
export interface AddressParameters {
  draw?: string;
  domains: { name: string; weight: number }[];
  /** People with addresses at a domain of their own, which begin with `test`. */
  staff?: { role: string; domain: string };
  capitalised: number;
  upper: number;
  padded: number;
  /** Of addresses at a provider who ignores dots and tags: with other dots, with a tag. */
  dotted: number;
  tagged: number;
}
