import { deletesOlder } from '../documents/layout';
import { NumberKeys } from '../distinct/number-keys';
import { meanCount } from '../parameters/mean-count';
import { placeOf } from '../population/kind-fields';
import { STATE, type Person } from '../population/person';
import type { ColumnPlan, KindPlan, Population } from '../population/population-plan';
import { formOfSpelling, SPELLINGS } from '../population/spelling';
import { choiceValues, type ChoiceValues } from '../values/choice-values';
import { isByTurn } from '../values/make-value';
import { tokenTail } from '../values/token-value';

const FORMS = SPELLINGS.all / SPELLINGS.plain;
/** Documents a person, on average, from which on nobody looks through those of people who are not written. */
const MANY = 10;

/** What was counted of some people; counts of other people can be added to it. */
export interface PeopleCounts {
  people: number;
  /** By index of the kind. */
  documents: number[];
  /** Lines of a bulk file that delete an older document, by index of the kind. */
  deletions: number[];
  /** People by what is true of them, bits of {@link Person.facts}. */
  facts: [facts: number, people: number][];
  /** Documents by index of the value, for each column that is looked at; in the order of {@link countedChoices}. */
  choices: number[][];
  things: number;
  /** Documents that repeat one before them byte for byte. */
  twice: number;
  /** Addresses that nobody else can have, at the levels at which they are no keys: different by construction. */
  alone: { exact: number; trimmed: number; mailboxes: number };
  /** People in pairs. */
  paired: number[];
  /** People with addresses at a domain of the company's own. */
  staff: number[];
  /** Facts of people with a made-up document, and the index of its kind. */
  planted: [facts: number, kind: number][];
}

/** Name of the set of a category's tokens. */
export function tokenSet(category: string): string {
  return `tokens ${category}`;
}

/** A column whose values are counted by which of a list they are: kinds of host, and values in sets. */
export interface CountedChoice extends ChoiceValues {
  plan: ColumnPlan;
  kind: KindPlan;
}

/** The columns whose values are counted: those with host names, and those of the first kind with values in sets. */
export function countedChoices(population: Population): CountedChoice[] {
  return population.kinds.flatMap((kind) =>
    kind.columns.flatMap((plan): CountedChoice[] => {
      const { parameters, category } = plan;
      if (parameters.make !== 'choice') return [];
      const values = choiceValues(parameters, { population, kind: kind.name, index: plan.index });
      const inSets = kind.index === 0 && values.items.some(({ sets }) => sets.length > 0);
      return inSets || category === 'hostname' ? [{ ...values, plan, kind }] : [];
    }),
  );
}

/** Counts people while they are drawn: the truth of a population or of a file, never read back from what was written. */
export class PersonCounter {
  readonly #addresses = {
    exact: new NumberKeys(),
    trimmed: new NumberKeys(),
    own: new NumberKeys(),
    mailboxes: new NumberKeys(),
    others: new NumberKeys(),
  };
  /**
   * Keys by set of which different members are counted: addresses as written, trimmed, folded, mailboxes; those given of
   * others, folded; and a set of tokens for each category, {@link tokenSet}.
   */
  readonly keys: Record<string, NumberKeys> = { ...this.#addresses };
  readonly #facts: Int32Array;
  readonly #population: Population;
  readonly #choices: (CountedChoice & { counts: Int32Array; byTurn: boolean })[];
  readonly #tokens: ((person: Person) => void)[];
  readonly #isStaff: (person: number) => boolean;
  /** Index of the kind with addresses of others. */
  readonly #contacts: number;
  readonly #sums;

  /** @param everything whether to look into documents of kinds that people have many of */
  constructor(population: Population, everything = true) {
    const { kinds, given, roles } = population;
    const facts = kinds.reduce((sum, kind) => sum + 1 + kind.columns.filter(({ gaps }) => gaps).length, 0);
    const zeros = () => kinds.map(() => 0);
    this.#population = population;
    this.#facts = new Int32Array(2 ** facts);
    this.#choices = countedChoices(population).map((choice) => ({
      ...choice,
      counts: new Int32Array(
        everything || meanCount(choice.kind.parameters.count) < MANY ? choice.items.length : 0,
      ),
      byTurn: isByTurn(choice.plan),
    }));
    this.#tokens = kinds.flatMap((kind) =>
      kind.columns.flatMap((plan) => this.#tokenCounter(kind, plan) ?? []),
    );
    this.#contacts = kinds.findIndex(({ parameters }) => parameters.count.by === 'contacts');
    this.#isStaff = given.addresses?.staff ? roles.test(given.addresses.staff.role) : () => false;
    this.#sums = {
      people: 0,
      documents: zeros(),
      deletions: zeros(),
      things: 0,
      twice: 0,
      alone: { exact: 0, trimmed: 0, mailboxes: 0 },
      paired: [] as number[],
      staff: [] as number[],
      planted: [] as [number, number][],
    };
  }

  /** Counts one person and everything that hangs on them. */
  add(person: Person): void {
    const sums = this.#sums;
    const { number, facts, counts, repeats } = person;
    const { things, roles, ownEmail } = this.#population;
    sums.people++;
    this.#facts[facts] = (this.#facts[facts] ?? 0) + 1;
    const deletes = deletesOlder(number);
    for (let kind = 0; kind < counts.length; kind++) {
      const count = counts[kind] ?? 0;
      const repeated = repeats[kind] ?? 0;
      sums.documents[kind] = (sums.documents[kind] ?? 0) + count + repeated;
      if (deletes && count > 0) sums.deletions[kind] = (sums.deletions[kind] ?? 0) + 1;
      if (repeated === 1 && (kind > 0 || person.respelled === person.spelling)) sums.twice++;
    }
    const owned = things ? (counts[things.kind] ?? 0) : 0;
    sums.things += owned;
    const by = roles.partner(number)?.by;
    const shared = by === 'address' || by === 'mailbox';
    if (shared || (by && owned > 0)) sums.paired.push(number);
    if (this.#isStaff(number)) sums.staff.push(number);
    if (person.planted >= 0) sums.planted.push([facts, person.planted]);
    for (const choice of this.#choices) if (choice.counts.length > 0) countChoice(choice, person);
    if (ownEmail && person.states[ownEmail.index] === STATE.filled) this.#addAddress(person, shared);
    for (const count of this.#tokens) count(person);
  }

  /** What was counted. */
  counts(): PeopleCounts {
    const facts: PeopleCounts['facts'] = [];
    for (const [held, people] of this.#facts.entries()) if (people > 0) facts.push([held, people]);
    return { ...this.#sums, facts, choices: this.#choices.map(({ counts }) => [...counts]) };
  }

  /** @param shared somebody else has the same mailbox */
  #addAddress(person: Person, shared: boolean): void {
    const { mailbox, spelling, repeats, respelled, contacts, contactSpellings, counts } = person;
    const again = repeats[0] === 1 && respelled !== spelling;
    this.#addOwn(mailbox, spelling, shared);
    if (again) this.#addOwn(mailbox, respelled, shared);
    if (!shared) {
      const { alone } = this.#sums;
      alone.mailboxes++;
      alone.exact += again ? 2 : 1;
      alone.trimmed += again && respelled >> 1 !== spelling >> 1 ? 2 : 1;
    }
    const given = counts[this.#contacts] ?? 0;
    for (let i = 0; i < given; i++)
      this.#addresses.others.addNumber((contacts[i] ?? 0) * FORMS + formOfSpelling(contactSpellings[i] ?? 0));
  }

  #addOwn(mailbox: number, spelling: number, shared: boolean): void {
    const { own, mailboxes, trimmed, exact } = this.#addresses;
    own.addNumber(mailbox * FORMS + formOfSpelling(spelling));
    if (!shared) return;
    mailboxes.addNumber(mailbox);
    trimmed.addNumber(mailbox * SPELLINGS.all + (spelling >> 1));
    exact.addNumber(mailbox * SPELLINGS.all + spelling);
  }

  #tokenCounter(kind: KindPlan, plan: ColumnPlan): ((person: Person) => void) | null {
    const { parameters, definitions, gaps, fact } = plan;
    if (parameters.make !== 'token') return null;
    const draw = this.#population.draws.draw(parameters.draw, placeOf(kind.name, plan.index, 'value'));
    const sets = definitions
      .filter((each) => each !== 'unknown')
      .map((category) => (this.keys[tokenSet(category)] ??= new NumberKeys()));
    return ({ number, facts, turns }) => {
      if ((facts & (gaps ? fact : kind.fact)) === 0) return;
      const sources = parameters.perTurn ? (turns[kind.index] ?? 1) : 1;
      for (let source = 0; source < sources; source++) {
        const key = parameters.tail
          ? tokenTail(draw, number, source)
          : (1 + draw.table * 256 + draw.field + source) * 2 ** 32 + number;
        for (const set of sets) set.addNumber(key);
      }
    };
  }
}

function countChoice(
  { kind, plan, at, counts, byTurn }: CountedChoice & { counts: Int32Array; byTurn: boolean },
  person: Person,
): void {
  const { gaps, index: column } = plan;
  const documents = person.counts[kind.index] ?? 0;
  const turns = person.turns[kind.index] ?? 1;
  for (let document = 0; document < documents; document++) {
    const index = byTurn ? document % turns : document;
    const state = kind.index === 0 ? person.states[column] : gaps?.state(person.number, index);
    if (state !== undefined && state !== STATE.filled) continue;
    const item = at(person, index);
    counts[item] = (counts[item] ?? 0) + 1;
  }
}

/** The counts of several threads together. */
export function addCounts(all: PeopleCounts[]): PeopleCounts {
  const facts = new Map<number, number>();
  for (const [held, people] of all.flatMap((one) => one.facts))
    facts.set(held, (facts.get(held) ?? 0) + people);
  const sum = (of: (one: PeopleCounts) => number) => all.reduce((total, one) => total + of(one), 0);
  const byIndex = (of: (one: PeopleCounts) => number[]) => {
    const [first] = all;
    return first ? of(first).map((_, i) => sum((one) => of(one)[i] ?? 0)) : [];
  };
  return {
    people: sum((one) => one.people),
    documents: byIndex((one) => one.documents),
    deletions: byIndex((one) => one.deletions),
    facts: [...facts],
    choices: all[0]?.choices.map((_, i) => byIndex((one) => one.choices[i] ?? [])) ?? [],
    things: sum((one) => one.things),
    twice: sum((one) => one.twice),
    alone: {
      exact: sum((one) => one.alone.exact),
      trimmed: sum((one) => one.alone.trimmed),
      mailboxes: sum((one) => one.alone.mailboxes),
    },
    paired: all.flatMap((one) => one.paired).sort(ascending),
    staff: all.flatMap((one) => one.staff).sort(ascending),
    planted: all.flatMap((one) => one.planted),
  };
}

function ascending(a: number, b: number): number {
  return a - b;
}
