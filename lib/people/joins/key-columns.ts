import type { Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import { Leaked } from '../../contract/leaked';
import type { Store } from '../../contract/store';
import type { Taxonomy } from '../../contract/taxonomy';
import { lastKey } from '../../fields/path-keys';
import { sampleValues } from '../../fields/sample-values';
import { tellingWords } from './key-words';

/** How keys are written: counted or drawn numbers, or codes of letters and digits. Only keys of one sort are compared. */
export type KeySort = 'number' | 'text';

/** A column whose values may name a row of its own or of another table. */
export interface KeyColumn {
  field: Field;
  sort: KeySort;
  /** Where it is filled, no row has that of another: other tables may point at it. */
  unique: boolean;
  /** It is, and every row has one. */
  isWhole: boolean;
  /** What its name says of whose it is. */
  words: string[];
  /** Characters of its shortest text. */
  shortest: number;
}

/** What no key is. */
const NO_KEYS: readonly Category[] = [
  'timestamp',
  'date-of-birth',
  'age',
  'gender',
  'free-text',
  'person-name',
  'city',
  'region',
  'country',
  'locale',
  'timezone',
  'latitude',
  'longitude',
  'weight',
  'height',
  'balance',
  'password',
  'password-hash',
  'diagnosis',
  'medication',
  'blood-type',
  'job-title',
  'employer',
  'url',
  'user-agent',
  // A device may be a household's.
  'device-id',
  'mac-address',
  'ip-address',
  'ssid',
  'hostname',
  'device-model',
  'device-nickname',
  'firmware-version',
  'photo',
  'api-token',
  'third-party-token',
  'session-id',
  'secret-key',
];

/** Share of the rows that a key of its own table fills and tells apart: documents may come twice. */
const ONE_EACH = 0.98;
/** Share of the rows of another table's key that are filled, at least. */
const MANY = 0.5;

const NUMBER = /^[0-9]{1,18}$/;
/** A code or an address: no blank in it. */
const CODE = /^[^\s]{1,64}$/;

/** The columns of every kind's own table that may be keys, by the texts kept of each. */
export async function keyColumns(
  store: Store,
  fields: readonly Field[],
  taxonomy: Taxonomy,
): Promise<KeyColumn[]> {
  const samples = await sampleValues(store);
  const rows = new Map(store.manifest.kinds.map(({ id, documents }) => [id, documents]));
  return fields.flatMap((field): KeyColumn[] => {
    const { entry } = field;
    const texts = (samples.get(entry) ?? []).map((text) => Leaked.unseal(text).trim()).filter(Boolean);
    if (entry.table !== entry.kind || entry.column === null || texts.length === 0) return [];
    if (NO_KEYS.includes(field.category) && field.confidence > SURE) return [];
    const isNumber = texts.every((text) => NUMBER.test(text));
    if (!isNumber && !texts.every((text) => CODE.test(text))) return [];
    const documents = rows.get(entry.kind) ?? 0;
    const unique = entry.filledValues >= MANY * documents && entry.distinct >= ONE_EACH * entry.filledValues;
    const isWhole = unique && entry.filledValues >= ONE_EACH * documents;
    const shortest = Math.min(...texts.map((text) => text.length));
    return [
      {
        field,
        sort: isNumber ? 'number' : 'text',
        unique,
        isWhole,
        words: tellingWords(lastKey(entry.path), taxonomy),
        shortest,
      },
    ];
  });
}

/** From here on a category is believed of what could be a key too. */
const SURE = 0.6;
