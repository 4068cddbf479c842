import type { FieldNotes } from '../contract/case';
import type { Field } from '../contract/field';
import type { StorePath } from '../contract/manifest';
import { measureTitle, type PeopleId } from '../contract/measure-id';
import { MEASURES } from '../contract/measure-table';
import type { People, PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import type { Taxonomy } from '../contract/taxonomy';
import { categoriesOf } from '../fields/categories-of';
import { lastKey } from '../fields/path-keys';
import type { CandidateKey } from './candidate-keys';
import { candidateKeys } from './candidate-keys';
import { idsByFile } from './ids-by-file';
import { requireKeysUsed } from './joins/require-keys-used';
import { type Relations, relate, type UserWord } from './joins/relate';
import { BARE } from './key-names';
import { lastResort } from './last-resort';
import { layKeys } from './lay-keys';
import { LINK_LIMITS } from './link-limits';
import { type Linking, linkPeople } from './link-people';
import type { MailProviders } from './normalise';
import { NO_PROVIDERS } from './normalise';
import { ownFields } from './own-fields';
import { linkNames, type LinkedNames } from './names/link-names';
import { rowNumbers } from './row-numbers';
import { makeProviderFolds } from './provider-folds';

const DEFINITIONS: Record<CandidateKey['category'], PeopleId[]> = {
  'account-id': ['people.accounts'],
  email: ['people.emails-l0', 'people.emails-l1', 'people.emails-l2', 'people.emails-l3'],
  phone: ['people.phones'],
};

/** What {@link findPeople} goes by. */
export interface PeopleOptions {
  /** Notes of the case; `people` names the main definition, `links` the limits. */
  notes?: FieldNotes | null;
  /** Mail providers by domain, for level 3; defaults to none. */
  providers?: MailProviders;
  /** Words by which tables of people and keys that point at them are told; none: keys join by their own names alone. */
  taxonomy?: Taxonomy | null;
  /** Names of tables or files by kind. They go into no output. */
  names?: Readonly<Record<string, string>>;
  /** What the user says of keys and joins; defaults to nothing. */
  said?: UserWord;
}

const NOTHING_SAID: UserWord = { joins: [], paths: new Map() };

/** Who stands behind the records, and what links their keys. */
export interface FoundPeople extends People {
  /** What the definitions `people.linked-l4` and `people.households` rest on; null where no key of their own tells people apart. */
  linking: Linking | null;
  /** How other tables point at a table of people; null where they need not, or do not. */
  relations: Relations | null;
  /** Names compared where no key tells people apart; null where one does, or nothing stands beside names. */
  names: LinkedNames | null;
}

/**
 * Who stands behind the records: one definition for each own key and level, and for the people and households that links
 * between keys make. `countDefinitions` counts them.
 *
 * The main definition is the case's, else accounts, else e-mails at level 2, else the first there is. Where records hold no key of
 * their own people, those of last resort (`lastResort`) are what they are counted by.
 *
 * @throws JOIN_REFUSED, FIELD_REFUSED
 * @returns the warning NO_PERSON_KEY and no main definition where no key identifies people; then names with what stands beside them may
 * still say between how many and how many there are (`people.linked-names`)
 */
export async function findPeople(
  store: Store,
  fields: readonly Field[],
  {
    notes = null,
    providers = NO_PROVIDERS,
    taxonomy = null,
    names = {},
    said = NOTHING_SAID,
  }: PeopleOptions = {},
): Promise<FoundPeople> {
  const raw = ownFields(fields);
  const byFile = await idsByFile(store, fields, raw);
  const own = raw.map((field) => ({ ...field, entry: byFile.get(field.entry) ?? field.entry }));
  const rows = await rowNumbers(store, raw);
  const paths = new Map([...said.paths].map(([entry, path]) => [byFile.get(entry) ?? entry, path]));
  const known = { rows, byFile: new Set(byFile.values()), said: paths };
  const alone = candidateKeys(own, { ...known, relations: null });
  const relations =
    taxonomy && (said.joins.length > 0 || !tellsAll(alone, store))
      ? await relate(store, fields, { taxonomy, names, said })
      : null;
  const candidates = relations ? candidateKeys(own, { ...known, relations }) : alone;
  if (relations) requireKeysUsed(fields, relations, said);
  const resort = candidates.length > 0 ? null : lastResort(fields);
  const laid: StorePath[] = [];
  const definitions: PeopleDefinition[] = [];
  // Where other tables tell their people by one key, that key counts.
  let told: PeopleDefinition[] = [];
  if (resort) definitions.push(definitionOf(resort.id, await keysAt(store, resort.fields, laid)));
  for (const key of candidates) {
    const isJoined = key.field.entry === relations?.key.entry;
    const keys = await keysAt(store, isJoined ? markedOf(key.carriers, relations) : key.carriers, laid);
    const owned = isJoined ? relations.owned : [];
    keys.push(...owned.map(({ kind, owners }) => ({ kind, path: owners.path, joined: owners.table })));
    const ways = DEFINITIONS[key.category].map((id) => definitionOf(id, keys));
    if (owned.length > 0) told = ways;
    definitions.push(...ways);
  }
  const emails = fields.filter((field) => categoriesOf(field).includes('email')).map(({ entry }) => entry);
  if (relations?.key.category === 'email') laid.push(...relations.owned.map(({ owners }) => owners));
  if (emails.length > 0) await makeProviderFolds(store, [...emails, ...laid], providers);
  const joined = told.find(({ id }) => id === 'people.emails-l2') ?? told[0];
  const main =
    [notes?.people, joined?.id, 'people.accounts', 'people.emails-l2']
      .map((id) => definitions.find((definition) => definition.id === id))
      .find((definition) => definition !== undefined) ?? definitions[0];
  if (!main) {
    const linked = await linkNames(store, fields);
    const by = (linked?.fields ?? []).map(({ entry: { kind, path } }) => ({ kind, path }));
    return {
      definitions: linked ? [definitionOf('people.linked-names', by, linked.most)] : [],
      main: null,
      warnings: ['NO_PERSON_KEY'],
      linking: null,
      relations,
      names: linked,
    };
  }
  if (resort) return { definitions, main, warnings: [], linking: null, relations, names: null };
  // What links stands in one table: keys that were laid down file by file link only where there are no others.
  const others = candidates.filter(({ field }) => !known.byFile.has(field.entry));
  const linking = await linkPeople(store, fields, {
    candidates: others.length > 0 ? others : candidates,
    marks: new Map(relations?.others.map(({ key, mark }) => [key.entry.kind, mark])),
    limits: { ...LINK_LIMITS, ...notes?.links },
  });
  return {
    definitions: [...definitions, ...linkedDefinitions(definitions, linking)],
    main,
    warnings: [],
    linking,
    relations,
    names: null,
  };
}

/**
 * Where the keys of some fields stand. Several of one kind are laid down together, under the path of the first.
 *
 * @param laid takes what was laid down
 */
async function keysAt(
  store: Store,
  carriers: readonly Field[],
  laid: StorePath[],
): Promise<PeopleDefinition['keys']> {
  const keys: PeopleDefinition['keys'] = [];
  for (const kind of new Set(carriers.map(({ entry }) => entry.kind))) {
    const [first, ...others] = carriers.flatMap(({ entry }) => (entry.kind === kind ? [entry] : []));
    if (!first) continue;
    const together = others.length > 0 ? await layKeys(store, [first, ...others]) : null;
    if (together) laid.push(together);
    const table = together?.table ?? (store.derived(first.table) ? first.table : null);
    keys.push({ kind, path: first.path, ...(table !== null && { joined: table }) });
    keys.push(...others.map(({ path }) => ({ kind, path })));
  }
  return keys;
}

/** Carriers of a key, those of further tables of people by the table in which they were marked as other people's. */
function markedOf(carriers: readonly Field[], { others }: Relations): Field[] {
  return carriers.map((field) => {
    const other = others.find(({ key }) => key === field);
    return other ? { ...field, entry: other.marked } : field;
  });
}

/** Whether every kind names its accounts under one name: then nothing else need be joined. */
function tellsAll(keys: readonly CandidateKey[], { manifest }: Store): boolean {
  const account = keys.find(({ category }) => category === 'account-id');
  if (!account || BARE.test(lastKey(account.field.entry.path))) return false;
  return manifest.kinds.every(({ id }) => account.carriers.some(({ entry }) => entry.kind === id));
}

/** Links over every key that a definition counts by. Without devices and networks nothing could show a household. */
function linkedDefinitions(definitions: readonly PeopleDefinition[], { limits, households }: Linking) {
  const all = definitions.flatMap(({ keys }) => keys);
  const keys = [...new Map(all.map((key) => [`${key.kind} ${key.path}`, key])).values()];
  const people = definitionOf('people.linked-l4', keys, limits.person);
  return households ? [people, definitionOf('people.households', keys, limits.household)] : [people];
}

function definitionOf(id: PeopleId, keys: PeopleDefinition['keys'], limit?: number): PeopleDefinition {
  const words = limit === undefined ? [] : [String(limit)];
  return { id, definition: measureTitle(id, words), unit: MEASURES[id].unit, keys };
}
