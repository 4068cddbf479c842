/** A path of one key that stands as it is. */
const PLAIN = /^[^.[\]«»{}]+$/;

/**
 * The keys of an inventory path, from the outermost in; `[]`, `{*}` and the marks of JSON inside a string, of keys that
 * are values and of addresses in a text are no keys.
 *
 * @example pathKeys('devices[].mac') // ['devices', 'mac']
 * @example pathKeys('["x.y"].z') // ['x.y', 'z']
 */
export function pathKeys(path: string): string[] {
  if (PLAIN.test(path)) return [path];
  const keys: string[] = [];
  for (const [, quoted, plain] of path.matchAll(
    /\[("(?:[^"\\]|\\.)*")\]|«json»|«key»|«address»|\{\*\}|([^.[\]«»{}]+)|\[\]/g,
  )) {
    if (quoted !== undefined) keys.push(JSON.parse(quoted) as string);
    else if (plain !== undefined) keys.push(plain);
  }
  return keys;
}

/** The last key of a path, '' where it has none: what the value itself is called. */
export function lastKey(path: string): string {
  return pathKeys(path).at(-1) ?? '';
}

/** The path of what holds this path, arrays and all; '' at the top. Fields of one parent stand beside each other. */
export function parentPath(path: string): string {
  if (PLAIN.test(path)) return '';
  return path.replace(/\.?(\[("(?:[^"\\]|\\.)*")\]|[^.[\]«»]+)(\[\]|«json»|«key»|«address»)*$/, '');
}
