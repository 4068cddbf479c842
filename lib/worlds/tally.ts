import { deletesOlder } from './form';
import { KeyList } from './key-list';
import { byKind, FACTS, type Kind } from './paths';
import { formOf, SPELLINGS, TEXT, type Person } from './person';
import type { Population } from './population';
import { requestHosts } from './request-hosts';
import { tokenTail } from './token';

const FORMS = SPELLINGS.all / SPELLINGS.plain;

/** What was counted of some people; counts of other people can be added to it. */
export interface TallyCounts {
  people: number;
  documents: Record<Kind, number>;
  /** Lines of a bulk file that delete an older document. */
  deletions: Record<Kind, number>;
  /** People by what is true of them, bits of {@link FACT}. */
  facts: [facts: number, people: number][];
  /** People by index of their time zone. */
  zones: number[];
  devices: number;
  tokens: number;
  thirdPartyTokens: number;
  /** Documents that repeat one before them byte for byte. */
  twice: number;
  /** Requests by index of their host; none where they were not looked at. */
  hosts: number[];
  /** Accounts in pairs. */
  linked: number[];
  /** Accounts that the company made to try things out. */
  staff: number[];
  /** Facts of people with a planted document. */
  planted: number[];
}

/**
 * Sets of which different members are counted: addresses as written, trimmed, folded, mailboxes; those shared with,
 * folded; token tails.
 */
export const TALLY_SETS = ['exact', 'trimmed', 'own', 'mailboxes', 'others', 'tails'] as const;

/** Counts people while they are drawn: the truth of a population or of a file, never read back from what was written. */
export class Tally {
  readonly keys = {
    exact: new KeyList(),
    trimmed: new KeyList(),
    own: new KeyList(),
    mailboxes: new KeyList(),
    others: new KeyList(),
    tails: new KeyList(),
  };
  readonly #facts = new Int32Array(FACTS);
  readonly #zones: Int32Array;
  readonly #population: Population;
  readonly #sums = {
    people: 0,
    documents: byKind(() => 0),
    deletions: byKind(() => 0),
    devices: 0,
    tokens: 0,
    thirdPartyTokens: 0,
    twice: 0,
    linked: [] as number[],
    staff: [] as number[],
    planted: [] as number[],
  };
  readonly #hosts: Int32Array | null;
  readonly #hostOf: (person: number, request: number) => number;

  /** @param hosts whether to look at each request for its host */
  constructor(population: Population, hosts = true) {
    this.#population = population;
    this.#zones = new Int32Array(population.given.zones.weights.length);
    this.#hosts = hosts ? new Int32Array(population.given.requests.hosts.length) : null;
    this.#hostOf = requestHosts(population);
  }

  /** Counts one person and everything that hangs on them. */
  add(person: Person): void {
    const sums = this.#sums;
    sums.people++;
    this.#facts[person.facts] = (this.#facts[person.facts] as number) + 1;
    if (person.zone >= 0) this.#zones[person.zone] = (this.#zones[person.zone] as number) + 1;
    const { documents } = sums;
    documents.account += person.again < 0 ? 1 : 2;
    documents.share += person.shares;
    documents.device += person.devices + Number(person.deviceAgain);
    documents.request += person.requests;
    documents.event += person.events;
    documents.scale += person.weighings;
    if (deletesOlder(person.number)) this.#addDeletions(person);
    sums.devices += person.devices;
    sums.tokens += person.tokens;
    sums.thirdPartyTokens += Number(person.thirdPartyToken);
    sums.twice += Number(person.again === person.spelling) + Number(person.deviceAgain);
    const by = this.#population.linkOf(person.number)?.by;
    const seen = by === 'address' || by === 'mailbox' || person.devices > 0;
    if (by && seen) sums.linked.push(person.number);
    if (person.staff) sums.staff.push(person.number);
    if (person.planted) sums.planted.push(person.facts);
    if (this.#hosts)
      for (let request = 0; request < person.requests; request++) {
        const host = this.#hostOf(person.number, request);
        this.#hosts[host] = (this.#hosts[host] as number) + 1;
      }
    if (person.email === TEXT.filled) this.#addAddress(person);
    for (let share = 0; share < person.shares; share++)
      this.keys.others.addNumber(
        (person.shareMailbox[share] as number) * FORMS + formOf(person.shareSpelling[share] as number),
      );
    if (this.#population.given.requests.body === 'tail')
      for (let token = 0; token < person.tokens; token++)
        this.keys.tails.addNumber(tokenTail(this.#population, person.number, token));
  }

  #addDeletions({ shares, devices, requests, events, weighings }: Person): void {
    const { deletions } = this.#sums;
    deletions.account++;
    deletions.share += Number(shares > 0);
    deletions.device += Number(devices > 0);
    deletions.request += Number(requests > 0);
    deletions.event += Number(events > 0);
    deletions.scale += Number(weighings > 0);
  }

  counts(): TallyCounts {
    const facts: TallyCounts['facts'] = [];
    for (const [held, people] of this.#facts.entries()) if (people > 0) facts.push([held, people]);
    return { ...this.#sums, facts, zones: [...this.#zones], hosts: [...(this.#hosts ?? [])] };
  }

  #addAddress({ mailbox, spelling, again }: Person): void {
    const { own, mailboxes, trimmed, exact } = this.keys;
    mailboxes.addNumber(mailbox);
    for (const each of again < 0 || again === spelling ? [spelling] : [spelling, again]) {
      own.addNumber(mailbox * FORMS + formOf(each));
      trimmed.addNumber(mailbox * SPELLINGS.all + (each >> 1));
      exact.addNumber(mailbox * SPELLINGS.all + each);
    }
  }
}

/** The counts of several lots of people together. */
export function addCounts(lots: TallyCounts[]): TallyCounts {
  const facts = new Map<number, number>();
  for (const [held, people] of lots.flatMap((lot) => lot.facts))
    facts.set(held, (facts.get(held) ?? 0) + people);
  const sum = (of: (lot: TallyCounts) => number) => lots.reduce((total, lot) => total + of(lot), 0);
  return {
    people: sum((lot) => lot.people),
    documents: byKind((kind) => sum((lot) => lot.documents[kind])),
    deletions: byKind((kind) => sum((lot) => lot.deletions[kind])),
    facts: [...facts],
    zones: lots[0]?.zones.map((_, i) => sum((lot) => lot.zones[i] as number)) ?? [],
    devices: sum((lot) => lot.devices),
    tokens: sum((lot) => lot.tokens),
    thirdPartyTokens: sum((lot) => lot.thirdPartyTokens),
    twice: sum((lot) => lot.twice),
    hosts: lots[0]?.hosts.map((_, i) => sum((lot) => lot.hosts[i] as number)) ?? [],
    linked: lots.flatMap((lot) => lot.linked).sort(ascending),
    staff: lots.flatMap((lot) => lot.staff).sort(ascending),
    planted: lots.flatMap((lot) => lot.planted),
  };
}

function ascending(a: number, b: number): number {
  return a - b;
}
