import type { FieldNotes } from '../contract/case';
import { type Category, CATEGORY_ROWS } from '../contract/categories';
import type { Field } from '../contract/field';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import type { Taxonomy } from '../contract/taxonomy';
import { YOU_SAID } from '../words/reasons/field-refusals';
import { addressReasons, addressStanding } from './addresses/address-standing';
import { applyNote, noteOn } from './field-notes';
import { keysOfPeople } from './keys-of-people';
import { nameEvidence } from './name-evidence';
import type { NameIndex } from './name-index';
import { nameIndex, remembering } from './name-index';
import { meetConditions, neighbours } from './neighbours';
import { findNoValues } from './no-values/find-no-values';
import { noValueReasons } from './no-values/no-value-reasons';
import { lastKey, pathKeys } from './path-keys';
import { sampleValues } from './sample-values';
import type { PathScore } from './score-path';
import { scorePath } from './score-path';
import { valueEvidence } from './value-evidence';

/** A category that the user gives to a path. */
export interface Override {
  path: string;
  /** In documents of this kind alone; of every kind where none is named. */
  kind?: string;
  category: Category;
}

/**
 * What each path of the inventory holds, by its name, a sample of its values and the fields beside it.
 *
 * @param notes of the case; they beat all evidence
 * @param overrides of the user; they beat the notes
 * @returns one field per row of the inventory, in its order; no reason in it holds a value. Which filled values are nobody's is
 *   known from then on (`noValuesAt`)
 */
export async function classifyFields(
  store: Store,
  taxonomy: Taxonomy,
  notes: FieldNotes | null,
  overrides: readonly Override[] = [],
): Promise<Field[]> {
  const index = remembering(nameIndex(taxonomy));
  const { paths } = store.manifest;
  const samples = await sampleValues(store);
  const pathsOf = new Map<string, string[]>();
  for (const { kind, path } of paths) {
    const own = pathsOf.get(kind);
    if (own) own.push(path);
    else pathsOf.set(kind, [path]);
  }
  const surroundings = new Map([...pathsOf].map(([kind, own]) => [kind, neighbours(own, index)]));
  const fields = paths.map((entry) => {
    const around = surroundings.get(entry.kind)?.(entry.path);
    const names = around ? meetConditions(nameEvidence(entry.path, index), around) : [];
    const values = valueEvidence(samples.get(entry) ?? [], taxonomy);
    const score = isData(entry) ? scorePath(names, values, isVersion(entry.path, index)) : NO_TEXT;
    const keys = keysOfPeople(entry, samples.get(entry) ?? [], {
      paths: pathsOf.get(entry.kind) ?? [],
      index,
    });
    const told = keys !== null && values.alone.length === 0 ? { ...score, ...keys, confidence: KEYS } : score;
    const field = crossed({ entry, ...told, definitions: [], whose: whoseIs(entry, index) });
    const override = overrides.find(
      ({ kind, path }) => path === entry.path && (kind ?? entry.kind) === entry.kind,
    );
    const noted = override
      ? { ...field, category: override.category, confidence: 1, why: [YOU_SAID], alternatives: [] }
      : applyNote(field, noteOn(entry.path, notes));
    return crossed(noted);
  });
  await findNoValues(store, fields, { rules: taxonomy.noValues, samples });
  return fields.map((field) => ({
    ...field,
    why: [...field.why, ...addressReasons(field.entry), ...noValueReasons(field.entry)],
  }));
}

/** How sure it is that keys of an object are people. */
const KEYS = 0.8;

const NO_TEXT: PathScore = {
  category: 'unknown',
  confidence: 0.95,
  why: ['it holds no texts or numbers'],
  alternatives: [],
};

/** Yes-or-no values, empty objects and empty arrays are nothing to label, whatever their name. */
function isData({ types, filled }: StorePath): boolean {
  const of = (...names: (keyof typeof types)[]) => names.reduce((sum, name) => sum + (types[name] ?? 0), 0);
  const all = Object.values(types).reduce((sum, count) => sum + count, 0);
  return filled === 0 || 2 * of('boolean', 'object', 'array') < all - of('null', 'absent');
}

function isVersion(path: string, { taxonomy, words }: NameIndex): boolean {
  const last = words(lastKey(path)).at(-1);
  return last !== undefined && taxonomy.words.versions.includes(last);
}

/** Somebody else's, if the name or what holds it says so: shared with, invited, sent to; or whom a text mentions. */
function whoseIs(entry: StorePath, { taxonomy, words }: NameIndex): Field['whose'] {
  if (addressStanding(entry) === 'mentioned') return 'mentioned';
  const { path } = entry;
  const said = pathKeys(path).flatMap((key) => words(key));
  return said.some((word) => taxonomy.words.others.includes(word)) ? 'other' : 'own';
}

function crossed(field: Omit<Field, 'hibp' | 'veris' | 'gdpr'>): Field {
  const row = CATEGORY_ROWS.get(field.category);
  return { ...field, hibp: row?.hibp ?? null, veris: row?.veris ?? null, gdpr: row?.gdpr ?? 'none' };
}
