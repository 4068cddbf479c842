import { Places } from '../randoms/places';
import type { Draws } from '../randoms/draws';
import { FIELD } from './kind-fields';
import { chainsOf } from '../parameters/role-chains';
import type { PairKind, WorldParameters } from '../parameters/world-parameters';

/** The other person of a pair. */
export interface Partner {
  other: number;
  by: PairKind;
}

/** The kinds of pairs in the order of their places. */
const PAIR_KINDS = ['address', 'mailbox', 'device', 'household'] as const satisfies PairKind[];

/** A test of a person by number. */
export type Test = (person: number) => boolean;

/** First field of traits whose draw has no name. */
const TRAITS = 64;

interface Stretch {
  places: Places;
  from: number;
  to: number;
}

/**
 * Who has which role, pair and trait. Roles and pairs are places of keyed permutations, so that a world has exactly as many
 * of each as its parameters say, and the same people in every world of one seed.
 */
export class Roles {
  readonly #roles = new Map<string, Stretch>();
  readonly #traits = new Map<string, Test>();
  readonly #pairs: Places;
  readonly #paired: number;
  /** Place after the last one of each kind of pair. */
  readonly #limits: number[];
  #person = -1;
  #partner: Partner | undefined;

  constructor(draws: Draws, { roles, pairs, traits, kinds }: WorldParameters, size: number) {
    let paired = 0;
    this.#limits = PAIR_KINDS.map((kind) => (paired += 2 * (pairs[kind] ?? 0)));
    this.#paired = paired;
    const chains = chainsOf(roles);
    const places = (name: string, first: number) => {
      const chain = chains.get(name) ?? [];
      const all = chain.reduce((sum, role) => sum + (roles[role]?.people ?? 0), first);
      const made = new Places(draws.randoms, draws.table(name), { places: all, size });
      let from = first;
      for (const role of chain) {
        const to = from + (roles[role]?.people ?? 0);
        this.#roles.set(role, { places: made, from, to });
        from = to;
      }
      return made;
    };
    this.#pairs = places('pairs', paired);
    for (const name of chains.keys()) if (name !== 'pairs') places(name, 0);
    for (const [i, [name, { share, draw, within }]] of Object.entries(traits).entries()) {
      const active = within === undefined ? undefined : kinds[within]?.count;
      const drawn =
        within !== undefined && active?.by === 'activity'
          ? draws.draw(active.draw, { table: within, field: FIELD.count, by: 'person' })
          : draws.draw(draw, { table: 'id', field: TRAITS + i, by: 'person' });
      const at = (person: number) => (active ? drawn.block(person).first() : drawn.at(person));
      this.#traits.set(name, (person) => at(person) < share);
    }
  }

  /** Places of people among those of a role, from 0; −1 for others. */
  places(role: string): (person: number) => number {
    const stretch = this.#roles.get(role);
    if (!stretch) return () => -1;
    const { places, from, to } = stretch;
    return (person) => {
      const place = places.of(person);
      return place >= from && place < to ? place - from : -1;
    };
  }

  /** Who has a role or trait, or is in a pair: `pairs` for any, `pairs.device` for one kind. */
  test(name: string): Test {
    const trait = this.#traits.get(name);
    if (trait) return trait;
    if (name === 'pairs') return (person) => this.#isPaired(this.#pairs.of(person));
    const kind = PAIR_KINDS.find((each) => `pairs.${each}` === name);
    if (kind) return (person) => this.partner(person)?.by === kind;
    const places = this.places(name);
    return (person) => places(person) >= 0;
  }

  /** Who is in a pair, but for the people of a role: then the generator holds the last bits of the permutation of pairs. */
  pairing(but: string | null): Test {
    const isOther = but === null ? null : this.test(but);
    return (person) => {
      const place = this.#pairs.of(person);
      if (!this.#isPaired(place) || isOther?.(person)) return false;
      this.#pairs.at(place ^ 1);
      return true;
    };
  }

  /** The person that a person belongs together with; the last one is kept, because it is asked for again and again. */
  partner(person: number): Partner | undefined {
    if (person === this.#person) return this.#partner;
    this.#person = person;
    return (this.#partner = this.#partnerOf(person));
  }

  #partnerOf(person: number): Partner | undefined {
    const place = this.#pairs.of(person);
    if (!this.#isPaired(place)) return undefined;
    const by = PAIR_KINDS[this.#limits.findIndex((limit) => place < limit)];
    return by && { other: this.#pairs.at(place ^ 1), by };
  }

  #isPaired(place: number): boolean {
    return place >= 0 && place < this.#paired;
  }
}
