import { CATEGORIES, type Category, categoriesIn, COUNTED_GROUPS } from '../../contract/categories';
import type { Field } from '../../contract/field';
import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { categoriesOf } from '../../fields/categories-of';
import { type KnownOfPaths, opaqueFields } from '../../fields/forms/opaque-fields';
import { noValuesAt } from '../../fields/no-values/no-values-at';
import { filledSql } from '../../people/filled-sql';
import { keyEntry } from '../../people/person-key-sql';
import { masked } from '../attributes/masked';
import type { PersonAttribute } from '../attributes/person-attributes';
import { mainKeyOf, personPatterns } from '../attributes/person-patterns';
import { TOKENS } from '../thing-measures';

/** What could hold values of some categories and was not looked at. */
export interface Opaque {
  fields: Field[];
  /** At most so many people have a value there and are not counted yet: those who do, and documents with one that name nobody. */
  people: number;
  /** Filled values there. */
  values: number;
}

const NOTHING: Opaque = { fields: [], people: 0, values: 0 };

/** What {@link opaqueUnits} goes over. */
export interface OpaqueSources extends KnownOfPaths {
  store: Store;
  fields: readonly Field[];
  /** null: nothing identifies people, and every document may be about one. */
  main: PeopleDefinition | null;
}

/**
 * For every category and every counted group of them, the fields that could hold it and that nobody looked at, with the people
 * who may have it there. One pass over the documents that carry the main key, as for what people have.
 *
 * @returns a function from categories to what is opaque for any of them
 */
export async function opaqueUnits(sources: OpaqueSources): Promise<(asked: readonly Category[]) => Opaque> {
  const { fields } = sources;
  // What tells people apart is looked at already: it is what they are counted by.
  const keys = sources.main?.keys ?? [];
  const groups = [...CATEGORIES.map((id) => [id]), ...COUNTED_GROUPS.map(categoriesIn), [...TOKENS]];
  const wanted = groups.map((categories) => ({
    key: categories.join(' '),
    counted: fields.filter(
      (field) =>
        !noValuesAt(field.entry)?.constant && categoriesOf(field).some((each) => categories.includes(each)),
    ),
    opaque: opaqueFields(fields, categories, sources).filter(
      ({ entry }) => !keys.some(({ kind, path }) => kind === entry.kind && path === entry.path),
    ),
  }));
  const people = await peopleBeside(wanted, sources);
  const known = new Map(
    wanted.map(({ key, opaque }, i): [string, Opaque] => [
      key,
      {
        fields: opaque,
        people: (people[i] ?? 0) + ownerless(opaque, sources),
        values: opaque.reduce((sum, { entry }) => sum + entry.filledValues, 0),
      },
    ]),
  );
  return (asked) => known.get(asked.join(' ')) ?? sumOf(asked.map((each) => known.get(each) ?? NOTHING));
}

/** Of categories that nobody asked for together: no field twice, and people at most so many. */
function sumOf(parts: Opaque[]): Opaque {
  const add = (part: 'people' | 'values') => parts.reduce((sum, each) => sum + each[part], 0);
  return {
    fields: [...new Set(parts.flatMap(({ fields }) => fields))],
    people: add('people'),
    values: add('values'),
  };
}

interface Wanted {
  counted: Field[];
  opaque: Field[];
}

/** For each question the people with a value at an opaque field and none at a counted one. */
async function peopleBeside(wanted: readonly Wanted[], { store, main }: OpaqueSources): Promise<number[]> {
  if (main === null) return wanted.map(() => 0);
  const sets = new Map<string, Field[]>();
  const idOf = (fields: Field[]) => {
    const places = fields.map(({ entry }) => `${entry.table}.${entry.column}`);
    const id = places.join(' ');
    sets.set(id, fields);
    return id;
  };
  const asked = wanted.map(({ counted, opaque }) => ({ has: idOf(opaque), not: idOf(counted) }));
  const attributes = [...sets].flatMap(([id, fields]) =>
    fields.map((field) => attributeAt(id, field, store)),
  );
  const patterns = await personPatterns(store, attributes, mainKeyOf(store, main));
  if (patterns === null) return wanted.map(() => 0);
  const { rows, bits } = patterns;
  return asked.map(({ has, not }) => masked(rows, bits.masks([has]), bits.masks([not])));
}

function attributeAt(id: string, { entry }: Field, { manifest }: Store): PersonAttribute {
  const { kind, table } = entry;
  const none = noValuesAt(entry);
  const documents = manifest.kinds.find((each) => each.id === kind)?.documents;
  // One value for everybody is not counted, and it may be a true one.
  const condition = none?.constant ? `trim(${entry.column}) <> ''` : filledSql(entry);
  return {
    id,
    kind,
    table,
    condition,
    always: table === kind && entry.filled === documents && none === null,
    values: entry.filledValues,
  };
}

/** Documents that name nobody and have a value at one of the fields; of lists each value, as it may be about another person. */
function ownerless(fields: readonly Field[], { store, main }: OpaqueSources): number {
  const kinds = store.manifest.kinds.filter(({ id }) => fields.some(({ entry }) => entry.kind === id));
  return kinds.reduce((sum, { id, documents }) => {
    const key = main ? keyEntry(store, main, id) : undefined;
    const named = key && noValuesAt(key) === null ? key.filled : 0;
    const own = fields.filter(({ entry }) => entry.kind === id).map(({ entry }) => entry);
    const listed = own.filter(({ table }) => table !== id);
    const single = own.filter(({ table }) => table === id).reduce((all, { filled }) => all + filled, 0);
    const most = Math.min(documents - named, single) + listed.reduce((all, { values }) => all + values, 0);
    return sum + (named === documents ? 0 : most);
  }, 0);
}
