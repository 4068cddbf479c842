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
  #person = -1;
  #thing = -1;
  #model: ModelParameters | null = null;

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

  /** The model of a person's thing; the last one is kept, because a document's columns follow one another. */
  model(person: Person, thing: number): ModelParameters {
    const { number } = person;
    if (this.#model && number === this.#person && thing === this.#thing) return this.#model;
    this.#person = number;
    this.#thing = thing;
    const isSpecial = thing === (person.counts[this.kind] ?? 0) - 1 && this.#hasSpecial(number);
    const first = thing === 0 ? this.home(number) : number;
    return (this.#model = isSpecial ? this.#special : this.#choice.at(this.#draw.at(first, thing)));
  }

  /** Which of a person's things is the special one; for a made-up document one that nobody has. */
  special(person: Person): number {
    return this.#hasSpecial(person.number) ? (person.counts[this.kind] ?? 0) - 1 : MOST_THINGS - 1;
  }

  /** Prefix of the hardware address of a person's thing. */
  addressPrefix(person: Person, thing: number): string {
    return thing === MOST_THINGS - 1 ? this.#special.prefix : this.model(person, thing).prefix;
  }

  /** 32 bits that are different for every thing of the population (the finaliser of MurmurHash3 is a bijection). */
  addressNumber(person: number, thing: number): number {
    let h = ((thing === 0 ? this.home(person) : person) * MOST_THINGS + thing) | 0;
    h ^= h >>> 16;
    h = Math.imul(h, 0x85ebca6b);
    h ^= h >>> 13;
    h = Math.imul(h, 0xc2b2ae35);
    return h ^ (h >>> 16);
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
