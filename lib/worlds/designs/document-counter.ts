import { loadTaxonomy } from '../../cases/load-taxonomy';
import { CATEGORIES, type Category } from '../../contract/categories';
import type { Truth } from '../../contract/truth';
import { ignoresDots } from '../parameters/ignores-dots';
import type { ColumnPlan, KindPlan, Population } from '../population/population-plan';
import type { CountedDocument } from './counted-document';

interface Field {
  kind: KindPlan;
  path: string;
  plan: ColumnPlan | undefined;
  /** File, line and place in the document where it occurs first. */
  first: [number, number, number];
  present: number;
  filled: number;
  texts: Map<string, number>;
  people: Set<string>;
}

/**
 * Counts documents that were taken out of a world one by one, whose people come in part: the truth of such a draw cannot
 * be counted from people. Holds the different texts of every path, so it is for a million documents or less.
 */
export class DocumentCounter {
  readonly #population: Population;
  readonly #fields = new Map<string, Field>();
  readonly #documents = new Map<string, number>();
  readonly #people = new Set<string>();
  readonly #texts = new Set<string>();
  readonly #links = new Map<string, Set<string>>();
  readonly #strata = new Map<string, Map<string, string>>();
  #count = 0;

  constructor(population: Population) {
    this.#population = population;
  }

  /** Counts a document. */
  add({ kind, person, text, values, file, line }: CountedDocument): void {
    this.#count++;
    this.#documents.set(kind.name, (this.#documents.get(kind.name) ?? 0) + 1);
    this.#people.add(person);
    this.#texts.add(`${kind.name} ${text}`);
    for (const [i, [path, value]] of values.entries()) {
      const field = this.#fieldOf(kind, path);
      if (comesBefore([file, line, i], field.first)) field.first = [file, line, i];
      field.present++;
      if (value === null || value.trim() === '') continue;
      field.filled++;
      field.texts.set(value, (field.texts.get(value) ?? 0) + 1);
      field.people.add(person);
      this.#link(field.plan, value, person);
      if (kind.index === 0 && hasSets(field.plan)) put(this.#strata, path, person, value);
    }
  }

  /** The inventory, in the order in which paths occur first in the files. */
  fields(): Truth['fields'] {
    const fields = [...this.#fields.values()].sort((a, b) => (comesBefore(a.first, b.first) ? -1 : 1));
    return fields.map(({ kind, path, plan, present, filled, texts }) => {
      const category = plan?.category ?? 'unknown';
      return { kind: kind.name, path, present, filled, values: present, distinct: texts.size, category };
    });
  }

  /** The measures by id. @param households pairs of two people of one household among them */
  measures(households: number): Record<string, number> {
    const { kinds, ownEmail, given } = this.#population;
    const all: Record<string, number> = { documents: this.#count };
    for (const { name } of kinds) all[`documents.kind:${name}`] = this.#documents.get(name) ?? 0;
    all['documents.twice'] = this.#count - this.#texts.size;
    all['people.accounts'] = this.#people.size;
    const own = this.#textsOf((plan) => plan === ownEmail);
    const folded = new Set(own.map(fold));
    const others = new Set(this.#textsOf((plan) => plan.category === 'email' && plan !== ownEmail).map(fold));
    all['people.emails-l0'] = new Set(own).size;
    all['people.emails-l1'] = new Set(own.map((text) => text.trim())).size;
    all['people.emails-l2'] = folded.size;
    all['people.emails-l3'] = new Set(own.map(mailboxOf)).size;
    all['people.emails-any'] = new Set([...folded, ...others]).size;
    all['people.households'] = this.#groups();
    all['people.linked-l4'] = this.#groups() + households;
    all['people.owners'] = this.#peopleWith(holds('mac-address')).size;
    all['people.emails-others'] = others.size;
    all['people.share-only'] = [...others].filter((text) => !folded.has(text)).length;
    this.#addCategories(all, given.groups);
    this.#addSets(all);
    all['devices'] = new Set(this.#textsOf(holds('mac-address'))).size;
    this.#addHosts(all);
    for (const category of ['api-token', 'third-party-token'] as const)
      all[`tokens.with:${category}`] = new Set(this.#textsOf(holds(category))).size;
    return all;
  }

  #fieldOf(kind: KindPlan, path: string): Field {
    const key = `${kind.name} ${path}`;
    const known = this.#fields.get(key);
    if (known) return known;
    const plan = kind.columns.find((column) => column.path === path);
    const field: Field = {
      kind,
      path,
      plan,
      first: [Infinity, 0, 0],
      present: 0,
      filled: 0,
      texts: new Map(),
      people: new Set(),
    };
    this.#fields.set(key, field);
    return field;
  }

  #columns(wanted: (plan: ColumnPlan) => boolean): Field[] {
    return [...this.#fields.values()].filter(({ plan }) => plan !== undefined && wanted(plan));
  }

  #textsOf(wanted: (plan: ColumnPlan) => boolean): string[] {
    return this.#columns(wanted).flatMap(({ texts }) => [...texts.keys()]);
  }

  #peopleWith(wanted: (plan: ColumnPlan) => boolean): Set<string> {
    return new Set(this.#columns(wanted).flatMap(({ people }) => [...people]));
  }

  /** Mailboxes and things link the people who have them. */
  #link(plan: ColumnPlan | undefined, text: string, person: string): void {
    if (plan === undefined) return;
    const { make } = plan.parameters;
    const isThing = make === 'hardware-address' && plan.parameters.of === undefined;
    if (plan !== this.#population.ownEmail && !isThing) return;
    const key = isThing ? text : mailboxOf(text);
    const people = this.#links.get(key) ?? new Set();
    this.#links.set(key, people.add(person));
  }

  /** Groups of people that are linked, those alone among them. */
  #groups(): number {
    const parents = new Map<string, string>();
    const root = (person: string): string => {
      let at = person;
      for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
      return at;
    };
    let groups = this.#people.size;
    for (const people of this.#links.values()) {
      const [first = '', ...rest] = people;
      for (const person of rest) {
        const [one, other] = [root(first), root(person)];
        if (one === other) continue;
        parents.set(other, one);
        groups--;
      }
    }
    return groups;
  }

  #addCategories(all: Record<string, number>, groups: Record<string, Category[]>): void {
    for (const category of CATEGORIES.filter((each) => each !== 'unknown')) {
      const has = holds(category);
      const certain = (plan: ColumnPlan) => has(plan) && plan.definitions.length === 1;
      all[`people.with:${category}`] = this.#peopleWith(has).size;
      all[`people.with-certain:${category}`] = this.#peopleWith(certain).size;
    }
    for (const [group, categories] of Object.entries(groups)) {
      const any = this.#peopleWith(({ definitions }) =>
        definitions.some((each) => categories.includes(each)),
      );
      all[`people.with-any:${group}`] = any.size;
      all[`share.with-any:${group}`] = any.size / this.#people.size;
    }
  }

  #addSets(all: Record<string, number>): void {
    for (const { path, parameters } of this.#population.people.columns) {
      if (parameters.make !== 'choice') continue;
      const items = parameters.of.flatMap((item) => (typeof item === 'string' ? [] : [item]));
      const values = [...(this.#strata.get(path) ?? new Map<string, string>()).values()];
      for (const set of new Set(items.flatMap(({ sets = [] }) => sets))) {
        const names = new Set(
          items.filter(({ sets }) => sets?.includes(set)).map(({ name }) => String(name)),
        );
        all[`share.of:${set}`] = values.filter((value) => names.has(value)).length / values.length;
      }
    }
  }

  #addHosts(all: Record<string, number>): void {
    const hosts = this.#columns(holds('hostname'));
    if (!this.#population.kinds.some(({ columns }) => columns.some(holds('hostname')))) return;
    for (const { id, suffixes } of loadTaxonomy().cloudProviders) {
      const isOf = (host: string) => suffixes.some((suffix) => `.${host}`.endsWith(`.${suffix}`));
      const counts = hosts.flatMap(({ texts }) =>
        [...texts].map(([host, count]) => (isOf(host) ? count : 0)),
      );
      all[`hosts.provider:${id}`] = counts.reduce((sum, count) => sum + count, 0);
    }
  }
}

function comesBefore(
  [file, line, place]: Field['first'],
  [ofFile, ofLine, ofPlace]: Field['first'],
): boolean {
  if (file !== ofFile) return file < ofFile;
  return line === ofLine ? place < ofPlace : line < ofLine;
}

function holds(category: Category): (plan: ColumnPlan) => boolean {
  return ({ definitions }) => definitions.includes(category);
}

function hasSets(plan: ColumnPlan | undefined): boolean {
  if (plan?.parameters.make !== 'choice') return false;
  return plan.parameters.of.some((item) => typeof item !== 'string' && item.sets !== undefined);
}

function put(maps: Map<string, Map<string, string>>, name: string, key: string, value: string): void {
  const map = maps.get(name) ?? new Map<string, string>();
  maps.set(name, map.set(key, value));
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** The mailbox behind an address: where a provider ignores them, dots and what follows a plus sign make no difference. */
function mailboxOf(text: string): string {
  const [local = '', domain = ''] = fold(text).split('@');
  if (!ignoresDots(domain)) return `${local}@${domain}`;
  return `${local.replace(/\+.*/, '').replaceAll('.', '')}@${domain}`;
}
