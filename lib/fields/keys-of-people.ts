import { loadVocabulary } from '../cases/vocabulary';
import type { Category } from '../contract/categories';
import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import { KEYS_OF_RECORDS, KEYS_OF_USERS } from '../words/reasons/key-reasons';
import type { NameIndex } from './name-index';
import { pathKeys } from './path-keys';

const KEY = '«key»';
/** Of fewer different keys nothing is said. */
const FEWEST = 3;
const HALF = 0.5;

/**
 * What the keys of an object are where they are values that no shape tells: people, if the name of what holds them says so
 * (`followers.{*}«key»`), or if half of them look like names of people, or of users where nothing names what holds them. Where each
 * has a record of its own, they are its account; else they are user names.
 *
 * @param sample different keys
 * @param paths all of the same kind
 * @returns null for any other path, and where nothing speaks for people
 */
export function keysOfPeople(
  { path, distinct }: StorePath,
  sample: readonly Leaked[],
  { paths, index }: { paths: readonly string[]; index: NameIndex },
): { category: Category; why: string[] } | null {
  if (!path.endsWith(KEY) || distinct < FEWEST) return null;
  const holder = index.words(pathKeys(path).at(-1) ?? '').at(-1) ?? '';
  const { persons, tables } = index.taxonomy.words;
  if (!persons.includes(holder)) {
    const { isPersonal, isUserName } = loadVocabulary();
    // Machines have names with a number behind, too: where what holds them is named, it takes more.
    const isOne = holder === '' || tables.includes(holder) ? isUserName : isPersonal;
    const users = sample.filter((text) => isOne(Leaked.unseal(text).trim())).length;
    if (users < sample.length * HALF) return null;
  }
  const members = path.slice(0, -KEY.length);
  const isRecords = paths.some((other) => other.startsWith(`${members}.`));
  return isRecords
    ? { category: 'account-id', why: [KEYS_OF_RECORDS] }
    : { category: 'username', why: [KEYS_OF_USERS] };
}
