import type { FieldNotes } from '../contract/case';
import { type Category, isCategory } from '../contract/categories';
import type { Field } from '../contract/field';
import { Leaked } from '../contract/leaked';
import type { RefusedNames, Store } from '../contract/store';
import type { Taxonomy } from '../contract/taxonomy';
import { categoriesOf } from './categories-of';
import { keyEvidence } from './name-evidence';
import { type NameIndex, nameIndex, remembering } from './name-index';
import { pathKeys } from './path-keys';
import { categoriesOfTorn } from './torn-names';

/** What names mean: the rules for all inputs, a case's notes, and what was found of the fields of this one. */
export interface NamesKnown {
  taxonomy: Taxonomy;
  notes: FieldNotes | null;
  fields: readonly Field[];
}

/**
 * In how many refused documents a name of one of some categories stands, whole or torn. A name counts as it counts among
 * the documents that were read, whatever stands beside it.
 *
 * @returns of categories the number of documents, of none all that were refused; null where bytes were lost or not looked at,
 * so that nobody knows
 */
export async function refusedNames(
  store: Store,
  known: NamesKnown,
): Promise<(categories: readonly Category[]) => number | null> {
  const { refused, unlooked, open, aside } = store.manifest.notRead;
  if (unlooked > 0 || Object.keys(open).length + Object.keys(aside).length > 0) return () => null;
  if (refused === 0) return () => 0;
  const meanings = new Meanings(known);
  const groups: { documents: number; categories: Set<Category> }[] = [];
  const rows = await store.engine.texts(
    `select documents::varchar, text::varchar from ${store.source('refused')}`,
  );
  for (const [documents, text] of rows) {
    if (!documents || !text) continue;
    const names = JSON.parse(Leaked.unseal(text)) as RefusedNames;
    groups.push({ documents: Number(Leaked.unseal(documents)), categories: meanings.of(names) });
  }
  return (categories) =>
    categories.length === 0
      ? refused
      : groups
          .filter((group) => categories.some((category) => group.categories.has(category)))
          .reduce((sum, group) => sum + group.documents, 0);
}

/** What names mean, each looked up once. */
class Meanings {
  readonly #index: NameIndex;
  /** Last keys of this input's fields and of the notes, in lower case. */
  readonly #leaves = new Map<string, Set<Category>>();
  readonly #known = new Map<string, Category[]>();
  /** Words with which phrases of several words begin: who holds others may be named by them. */
  readonly #leads: ReadonlySet<string>;

  constructor({ taxonomy, notes, fields }: NamesKnown) {
    this.#index = remembering(nameIndex(taxonomy));
    this.#leads = new Set(
      taxonomy.names.flatMap(({ phrases }) =>
        phrases.flatMap((each) => this.#index.words(each).slice(0, -1)),
      ),
    );
    for (const field of fields) this.#learn(field.entry.path, categoriesOf(field));
    for (const { path, category, definitions = [] } of notes?.fields ?? [])
      this.#learn(path, [category ?? '', ...definitions.map((each) => each.category)]);
  }

  of({ whole, begins, ends, holders }: RefusedNames): Set<Category> {
    const found = new Set<Category>();
    const add = (key: string, look: () => Category[]): void => {
      const known = this.#known.get(key) ?? look();
      this.#known.set(key, known);
      for (const category of known) found.add(category);
    };
    const above = holders.filter((holder) => this.#leads.has(lastWord(holder, this.#index)));
    for (const name of [...whole, ...ends]) {
      add(JSON.stringify([name]), () => this.#whole([name]));
      for (const holder of above) add(JSON.stringify([holder, name]), () => this.#whole([holder, name]));
    }
    for (const part of begins) add(`${part}…`, () => this.#torn(part, 'begins'));
    for (const part of ends) add(`…${part}`, () => this.#torn(part, 'ends'));
    return found;
  }

  #learn(path: string, categories: readonly string[]): void {
    const leaf = pathKeys(path).at(-1)?.toLowerCase();
    if (leaf === undefined || leaf === '*') return;
    const known = this.#leaves.get(leaf) ?? new Set();
    for (const category of categories)
      if (isCategory(category) && category !== 'unknown') known.add(category);
    this.#leaves.set(leaf, known);
  }

  #whole(keys: string[]): Category[] {
    const rules = keyEvidence(keys, this.#index).map(({ rule }) => rule.category);
    return [...rules, ...(this.#leaves.get(keys.at(-1)?.toLowerCase() ?? '') ?? [])];
  }

  #torn(part: string, side: 'begins' | 'ends'): Category[] {
    const left = part.toLowerCase();
    const own = [...this.#leaves].filter(([leaf]) =>
      side === 'begins' ? leaf.startsWith(left) : leaf.endsWith(left),
    );
    return [
      ...categoriesOfTorn(part, side, this.#index),
      ...own.flatMap(([, categories]) => [...categories]),
    ];
  }
}

/** The last word of a name, in the singular. */
function lastWord(name: string, index: NameIndex): string {
  const word = index.words(name).at(-1) ?? '';
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
