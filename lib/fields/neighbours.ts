import type { Category } from '../contract/categories';
import type { Neighbour } from '../contract/taxonomy';
import type { NameMatch } from './name-evidence';
import { nameEvidence } from './name-evidence';
import type { NameIndex } from './name-index';
import { parentPath, pathKeys } from './path-keys';

const SHOWS: Partial<Record<Category, Neighbour[]>> = {
  email: ['person', 'contact'],
  phone: ['person', 'contact'],
  'person-name': ['person', 'contact'],
  'postal-address': ['person', 'contact', 'address'],
  'date-of-birth': ['person', 'contact', 'body'],
  gender: ['person', 'body'],
  age: ['person', 'body'],
  username: ['person'],
  'account-id': ['person'],
  city: ['address'],
  'postal-code': ['address'],
  country: ['address'],
  'mac-address': ['device'],
  'device-model': ['device'],
  'firmware-version': ['device'],
  ssid: ['device'],
  bmi: ['body'],
  'body-fat': ['body'],
  'body-water': ['body'],
  'muscle-mass': ['body'],
  'bone-mass': ['body'],
  'bone-density': ['body'],
  'basal-metabolic-rate': ['body'],
  'heart-rate': ['body'],
  'blood-type': ['body'],
  latitude: ['latitude'],
  longitude: ['longitude'],
};

/** Conditions of these show something only by the pair that they make, so they are read before any condition. */
const PAIRED: Category[] = ['latitude', 'longitude'];
const SURE = 0.84;

/** What stands beside a path: in the same object, and in the objects around it. */
export interface Surroundings {
  beside: ReadonlySet<Neighbour>;
  around: ReadonlySet<Neighbour>;
}

/**
 * What the fields beside a path show, for all paths of one kind at once.
 *
 * @returns a function from a path to its surroundings; a path is no neighbour of itself
 */
export function neighbours(paths: readonly string[], index: NameIndex): (path: string) => Surroundings {
  const levels = new Map<string, Map<Neighbour, string[]>>();
  for (const path of paths) {
    const level = levels.get(parentPath(path)) ?? new Map<Neighbour, string[]>();
    levels.set(parentPath(path), level);
    for (const shown of shows(path, index)) level.set(shown, [...(level.get(shown) ?? []), path]);
  }
  const at = (parent: string, path: string) =>
    [...(levels.get(parent) ?? [])]
      .filter(([, by]) => by.some((other) => other !== path))
      .map(([shown]) => shown);
  return (path) => {
    const parent = parentPath(path);
    const beside = new Set([...at(parent, path), ...shownByParent(parent, index)]);
    const around = new Set(beside);
    for (let outer = parent; outer !== '';) {
      outer = parentPath(outer);
      for (const shown of at(outer, path)) around.add(shown);
    }
    return { beside, around };
  };
}

/** Drops the matches whose conditions the surroundings do not meet. */
export function meetConditions(matches: NameMatch[], { beside, around }: Surroundings): NameMatch[] {
  return matches.filter(
    ({ rule }) =>
      (rule.near === undefined || rule.near.some((needed) => around.has(needed))) &&
      !rule.not?.some((refused) => beside.has(refused)),
  );
}

function shows(path: string, index: NameIndex): Set<Neighbour> {
  const sure = nameEvidence(path, index).filter(
    ({ rule, weight }) => (weight >= SURE && rule.near === undefined) || PAIRED.includes(rule.category),
  );
  return new Set([
    ...sure.flatMap(({ rule }) => SHOWS[rule.category] ?? []),
    ...named(pathKeys(path).at(-1), index),
  ]);
}

function shownByParent(parent: string, index: NameIndex): Neighbour[] {
  return named(pathKeys(parent).at(-1), index);
}

function named(key: string | undefined, index: NameIndex): Neighbour[] {
  const name = index.words(key ?? '').join(' ');
  const forms = new Set([name, name.replace(/s$/, '')]);
  return [...forms].flatMap((form) => index.neighbours.get(form) ?? []);
}
