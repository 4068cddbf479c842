import type { Field } from '../../contract/field';
import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { lastKey } from '../../fields/path-keys';
import { BARE, ONE_EACH } from '../key-names';
import { ownFields } from '../own-fields';
import { type Join, SAID } from './find-joins';
import type { KeyColumn } from './key-columns';
import { keyWords } from './key-words';
import { type OwnerChain, ownerChains } from './owner-chains';
import type { PeopleTable } from './people-tables';

/** What {@link choosePeople} goes by. */
export interface Choice {
  store: Store;
  fields: readonly Field[];
  joins: readonly Join[];
  /** They join nobody, and say all the same what keys a table has. */
  unsure: readonly Join[];
  columns: readonly KeyColumn[];
  taxonomy: Taxonomy;
  /** Paths to which the user gave a category. */
  said: ReadonlyMap<StorePath, string>;
}

/** A table of people with its key, and how other tables come to its people. */
export interface ChosenPeople {
  kind: string;
  key: Field;
  chains: Map<string, OwnerChain>;
}

/**
 * The table of people that most others belong to, the largest of several such, with its key; then those that hold other people:
 * by their names or by what people alone have, with a key of their own, and neither belonging to the first nor pointing at it.
 */
export function choosePeople(
  tables: readonly PeopleTable[],
  choice: Choice,
): [ChosenPeople, ...ChosenPeople[]] | null {
  const { store, joins } = choice;
  const isPeople = (kind: string) => tables.some((table) => table.kind === kind);
  const rows = (kind: string) => store.manifest.kinds.find(({ id }) => id === kind)?.documents ?? 0;
  // A patient has a doctor, and is not the doctor's own; a profile is its user's.
  const isTheirOwn = ({ from, to, bond }: Join) =>
    bond !== SAID &&
    tables.some((table) => table.kind === from.kind && table.isNamed) &&
    isPeople(to.kind) &&
    from.distinct < ONE_EACH * rows(from.kind);
  const candidates = tables.flatMap((table) => {
    // An order with a name and an address in it belongs to a customer, and is none.
    const belongs = joins.some(({ from, to }) => from.kind === table.kind && isPeople(to.kind));
    const key = keyOf(table, choice);
    if (key === null || (belongs && !table.isNamed)) return [];
    const chains = ownerChains(
      joins.filter((join) => !isTheirOwn(join)),
      table.kind,
    );
    return [
      {
        ...table,
        key,
        chains,
        said:
          [...chains.values()].filter(([join]) => join?.bond === SAID).length +
          Number(choice.said.has(key.entry)),
        tells: chains.size > 0 || joins.some((join) => join.from.kind === table.kind && isTheirOwn(join)),
      },
    ];
  });
  candidates.sort(
    (a, b) =>
      b.said - a.said ||
      Number(b.tells) - Number(a.tells) ||
      rows(b.kind) - rows(a.kind) ||
      b.score - a.score ||
      (a.kind < b.kind ? -1 : 1),
  );
  const [first, ...others] = candidates;
  if (!first) return null;
  const isOther = ({ kind, key, isNamed, hasPerson }: (typeof candidates)[number]) =>
    (isNamed || hasPerson) &&
    !first.chains.has(kind) &&
    !joins.some(({ from, to }) => from.kind === kind && to.kind === first.kind) &&
    [first.key, key].every(({ category }) => category !== 'email' && category !== 'phone') &&
    (BARE.test(lastKey(key.entry.path)) || lastKey(key.entry.path) !== lastKey(first.key.entry.path));
  return [first, ...others.filter(isOther)];
}

/** What tells the rows of a table of people apart: what others point at, else what is called a key of people. */
function keyOf(
  { kind, score }: PeopleTable,
  { fields, joins, unsure, columns, taxonomy, said }: Choice,
): Field | null {
  const named = ownFields(fields).find(
    ({ entry, category }) => said.has(entry) && category === 'account-id' && entry.table === kind,
  );
  if (named) return named;
  const own = columns.filter(({ field, isWhole }) => isWhole && field.entry.kind === kind);
  const pointing = (entry: StorePath) => [...joins, ...unsure].filter(({ to }) => to === entry).length;
  const called = ({ field }: KeyColumn) => isKeyName(lastKey(field.entry.path), taxonomy);
  const keys = own
    .filter((each) => pointing(each.field.entry) > 0 || (called(each) && score >= SURELY_PEOPLE))
    .sort(
      (a, b) => pointing(b.field.entry) - pointing(a.field.entry) || Number(called(b)) - Number(called(a)),
    );
  const pointed = joins.find(({ to, bond }) => bond === SAID && to.kind === kind)?.to;
  return keys[0]?.field ?? fields.find(({ entry }) => entry === pointed) ?? null;
}

/** Rows that say so much are people, even where no other table points at them. */
const SURELY_PEOPLE = 4;

/** `id`, `patient_id`, `kunden_nr`: words of keys and of people, and a word of keys among them. */
function isKeyName(name: string, taxonomy: Taxonomy): boolean {
  if (BARE.test(name)) return true;
  const { keys, persons } = taxonomy.words;
  const all = keyWords(name, taxonomy);
  const known = all.every((word) => keys.includes(word) || persons.includes(word));
  return known && all.some((word) => keys.includes(word));
}
