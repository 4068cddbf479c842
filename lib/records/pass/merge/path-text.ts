const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Text of the root of documents that are no object. */
export const ROOT = '$';

/**
 * Text of a path below `parent` (the contract's rule): keys joined by dots, other keys in brackets as JSON strings, and the
 * `repeat`-th key of one name in an object as `name#2`.
 */
export function memberPath(parent: string, key: string, repeat = 1): string {
  const number = repeat > 1 ? `#${repeat}` : '';
  if (!PLAIN_KEY.test(key)) return `${parent}[${JSON.stringify(key)}]${number}`;
  return parent === '' ? key + number : `${parent}.${key}${number}`;
}

/** Text of the path of an array's elements. */
export function elementPath(parent: string): string {
  return `${parent}[]`;
}

/** Text of the path of JSON inside the strings of a path. */
export function jsonPath(parent: string): string {
  return `${parent}«json»`;
}

/** Text of the path of members whose keys are values. */
export function foldedPath(parent: string): string {
  return parent === '' ? '{*}' : `${parent}.{*}`;
}

/** Text of the path of those keys themselves. */
export function keysPath(folded: string): string {
  return `${folded}«key»`;
}
