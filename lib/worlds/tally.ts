import { CATEGORIES } from '../contract/categories';
import { BitSet } from './bit-set';
import { FACT, FACTS, KINDS, type Kind } from './paths';
import { SPELLINGS, TEXT, type Person } from './person';
import type { Population } from './population';
import { tokenTail } from './token';
import type { WorldPath } from './world-paths';

/** Counts people while they are drawn: the truth of a population or of a file, never read back from what was written. */
export class Tally {
  people = 0;
  readonly documents: Record<Kind, number> = {
    account: 0,
    share: 0,
    device: 0,
    request: 0,
    event: 0,
    scale: 0,
  };
  /** People by what is true of them. */
  readonly #facts = new Int32Array(FACTS);
  readonly #zones: Int32Array;
  readonly #exact: BitSet;
  readonly #trimmed: BitSet;
  readonly #own: BitSet;
  readonly #others: BitSet;
  readonly #othersAccounts: number[] = [];
  readonly #tails: BitSet | null;
  readonly #population: Population;
  #devices = 0;
  #tokens = 0;
  #thirdPartyTokens = 0;

  constructor(population: Population) {
    const { size, given } = population;
    this.#population = population;
    this.#zones = new Int32Array(given.zones.weights.length);
    this.#exact = new BitSet(size * SPELLINGS);
    this.#trimmed = new BitSet(size * 3);
    this.#own = new BitSet(size);
    this.#others = new BitSet(
      size + given.shares.addressesWithoutAccount.reduce((sum, count) => sum + count, 0),
    );
    this.#tails = given.requests.body === 'tail' ? new BitSet(2 ** 24) : null;
  }

  /** Counts one person and everything that hangs on them. */
  add(person: Person): void {
    this.people++;
    this.#facts[person.facts] = (this.#facts[person.facts] as number) + 1;
    if (person.zone >= 0) this.#zones[person.zone] = (this.#zones[person.zone] as number) + 1;
    const { documents } = this;
    documents.account += person.again < 0 ? 1 : 2;
    documents.share += person.shares;
    documents.device += person.devices + Number(person.deviceAgain);
    documents.request += person.requests;
    documents.event += person.events;
    documents.scale += person.weighings;
    this.#devices += person.devices;
    this.#thirdPartyTokens += Number(person.thirdPartyToken);
    if (person.email === TEXT.filled) this.#addAddress(person);
    for (let share = 0; share < person.shares; share++) {
      const mailbox = person.shareMailbox[share] as number;
      if (this.#others.add(mailbox) && mailbox < this.#population.size) this.#othersAccounts.push(mailbox);
    }
    this.#tokens += person.tokens;
    if (this.#tails)
      for (let token = 0; token < person.tokens; token++)
        this.#tails.add(tokenTail(this.#population, person.number, token));
  }

  /** The measures by id, as the contract names them. */
  measures(paths: WorldPath[]): Record<string, number> {
    const { given } = this.#population;
    const ownOfOthers = this.#othersAccounts.filter((mailbox) => this.#own.has(mailbox)).length;
    const shareOnly = this.#others.count - ownOfOthers;
    const all: Record<string, number> = { documents: 0 };
    for (const kind of KINDS) {
      all['documents'] = (all['documents'] ?? 0) + this.documents[kind];
      all[`documents.kind:${kind}`] = this.documents[kind];
    }
    all['people.accounts'] = this.people;
    all['people.emails-l0'] = this.#exact.count;
    all['people.emails-l1'] = this.#trimmed.count;
    all['people.emails-l2'] = this.#own.count;
    all['people.emails-any'] = this.#own.count + shareOnly;
    all['people.owners'] = this.#having(FACT.device);
    all['people.share-only'] = shareOnly;
    for (const category of CATEGORIES.filter((each) => each !== 'unknown')) {
      const having = paths.filter((path) => path.definitions.includes(category));
      all[`people.with:${category}`] = this.#having(join(having));
      all[`people.with-certain:${category}`] = this.#having(
        join(having.filter((path) => path.definitions.length === 1)),
      );
    }
    for (const [group, categories] of Object.entries(given.groups)) {
      const having = paths.filter((path) =>
        path.definitions.some((category) => categories.includes(category)),
      );
      all[`people.with-any:${group}`] = this.#having(join(having));
      all[`share.with-any:${group}`] = this.#having(join(having)) / this.people;
    }
    const zoned = this.#zones.reduce((sum, count) => sum + count, 0);
    for (const set of new Set(given.zones.weights.flatMap((zone) => zone.sets ?? []))) {
      const inside = given.zones.weights.reduce(
        (sum, zone, i) => sum + (zone.sets?.includes(set) ? (this.#zones[i] as number) : 0),
        0,
      );
      if (zoned > 0) all[`share.of:${set}`] = inside / zoned;
    }
    all['devices'] = this.#devices;
    all['tokens.with:api-token'] = this.#tails ? this.#tails.count : this.#tokens;
    all['tokens.with:third-party-token'] = this.#thirdPartyTokens;
    return all;
  }

  #addAddress({ mailbox, spelling, again }: Person): void {
    this.#own.add(mailbox);
    for (const each of again < 0 ? [spelling] : [spelling, again]) {
      this.#trimmed.add(mailbox * 3 + (each >> 1));
      this.#exact.add(mailbox * SPELLINGS + each);
    }
  }

  #having(facts: number): number {
    if (facts === 0) return 0;
    return this.#facts.reduce((sum, people, held) => ((held & facts) === 0 ? sum : sum + people), 0);
  }
}

function join(paths: WorldPath[]): number {
  return paths.reduce((facts, path) => facts | path.fact, 0);
}
