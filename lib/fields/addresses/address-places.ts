import { Leaked } from '../../contract/leaked';
import type { StorePath } from '../../contract/manifest';
import type { NameIndex } from '../name-index';
import { nameEvidence } from '../name-evidence';
import { lastKey } from '../path-keys';
import type { Samples } from '../sample-values';
import { dressOf } from './dress-of';

/** A path in whose cells addresses stand among other signs. */
export interface AddressPlace {
  entry: StorePath;
  /** `cells`: the path is one of addresses; `held`: its cells hold one beside others; `mentioned`: its texts speak of some. */
  sort: 'cells' | 'held' | 'mentioned';
}

/** Of the texts with an address, those that hold nothing else; of all texts, those that hold one. */
const MOST = 0.8;
const HALF = 0.5;

/** An `@` in these is no address, or not one of a person. */
const NEVER: readonly string[] = [
  'password',
  'password-hash',
  'api-token',
  'third-party-token',
  'session-id',
  'secret-key',
  'hostname',
];
const MESSAGES = /^(?:message[-_ ]?id|references|in[-_ ]?reply[-_ ]?to)$/iu;

/** The paths whose sample shows an `@` in a text that is no plain address; most inputs have none. */
export function addressPlaces(samples: Samples, index: NameIndex): AddressPlace[] {
  return [...samples].flatMap(([entry, sample]): AddressPlace[] => {
    if (entry.column === null || (entry.types.string ?? 0) === 0) return [];
    const texts = sample.map((text) => Leaked.unseal(text));
    if (!texts.some((text) => /[@＠]/u.test(text))) return [];
    const dresses = texts.map(dressOf);
    const count = (...sorts: string[]) => dresses.filter((each) => sorts.includes(each)).length;
    const holding = texts.length - count('none');
    if (holding === count('plain') || isNever(entry.path, index)) return [];
    if (count('dressed', 'plain') >= MOST * holding && isHalf(holding, texts.length, count('dressed')))
      return [{ entry, sort: 'cells' }];
    return [{ entry, sort: count('held') >= MOST * holding ? 'held' : 'mentioned' }];
  });
}

/** One dressed address among texts of another sort makes no path of addresses; among addresses it does. */
function isHalf(holding: number, all: number, dressed: number): boolean {
  return dressed > 0 && holding >= HALF * all;
}

function isNever(path: string, index: NameIndex): boolean {
  const said = nameEvidence(path, index).sort((a, b) => b.weight - a.weight)[0]?.rule.category;
  return MESSAGES.test(lastKey(path)) || (said !== undefined && NEVER.includes(said));
}
