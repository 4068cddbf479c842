import { MOST_THINGS } from '../parameters/limits';
import type { CatalogueParameters, ModelParameters } from '../parameters/world-parameters';
import { Choice } from '../randoms/choice';
import type { Draw } from '../randoms/draw';
import type { Draws } from '../randoms/draws';
import { FIELD } from './kind-fields';
import type { Person } from './person';
import type { Roles, Test } from './roles';

/** What {@link Things} are made for. */
interface ThingContext {
  draws: Draws;
  roles: Roles;
  /** Name and index of their kind. */
  kind: string;
  index: number;
  /** Role whose last thing is the special one. */
  extra: string | undefined;
  /** Date of the first person. */
  opened: string;
}

/** The things that people have one document of: which model each one is, and its hardware address. */
export class Things {
  /** Index of their kind. */
  readonly kind: number;
  readonly models: readonly ModelParameters[];
  readonly #choice: Choice<ModelParameters>;
  readonly #special: ModelParameters;
  readonly #draw: Draw;
  readonly #roles: Roles;
  readonly #hasSpecial: Test;

  constructor({ models, special, draw }: CatalogueParameters, context: ThingContext) {
    const { draws, roles, kind, index, extra, opened } = context;
    const firmware = [{ name: '0.0.0.0', since: opened.slice(0, 10), weight: 1 }];
    const { name, prefix } = special ?? { name: '', prefix: '02FF' };
    this.kind = index;
    this.models = models;
    this.#choice = new Choice(models, ({ weight }) => weight);
    this.#special = { name, weight: 0, prefix, hardware: '0.0.0.0', firmware };
    this.#draw = draws.draw(draw, { table: kind, field: FIELD.model, by: 'document' });
    this.#roles = roles;
    this.#hasSpecial = extra === undefined || !special ? () => false : roles.test(extra);
  }

  /** Things that are not special. */
  plainCount(person: Person): number {
    return (person.counts[this.kind] ?? 0) - Number(this.#hasSpecial(person.number));
  }

  /** The model of a person's thing. */
  model(person: Person, thing: number): ModelParameters {
    if (thing === (person.counts[this.kind] ?? 0) - 1 && this.#hasSpecial(person.number))
      return this.#special;
    return this.#choice.at(this.#draw.at(thing === 0 ? this.home(person.number) : person.number, thing));
  }

  /** Prefix and number of the hardware address of a person's thing. */
  address(person: Person, thing: number): { prefix: string; number: number } {
    const owner = thing === 0 ? this.home(person.number) : person.number;
    return { prefix: this.model(person, thing).prefix, number: addressNumber(owner, thing) };
  }

  /** As {@link address}, of the special thing; one that nobody has for a made-up document. */
  specialAddress(person: Person): { prefix: string; number: number } {
    if (!this.#hasSpecial(person.number))
      return { prefix: this.#special.prefix, number: addressNumber(person.number, MOST_THINGS - 1) };
    return this.address(person, (person.counts[this.kind] ?? 0) - 1);
  }

  /** Whether a person's first thing is the other's of the pair as well. */
  isShared(person: number): boolean {
    const by = this.#roles.partner(person)?.by;
    return by === 'device' || by === 'household';
  }

  /** The person whose first thing and networks a person has: the person, or the other of the pair. */
  home(person: number): number {
    const partner = this.#roles.partner(person);
    return partner?.by === 'device' || partner?.by === 'household' ? Math.min(person, partner.other) : person;
  }
}

/** 32 bits that are different for every thing of the population (the finaliser of MurmurHash3 is a bijection). */
function addressNumber(person: number, thing: number): number {
  let h = (person * MOST_THINGS + thing) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
