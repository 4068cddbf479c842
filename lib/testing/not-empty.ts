import assert from 'node:assert/strict';

/** A list of which something is asserted for each: of an empty one everything would be true. */
export function notEmpty<T>(list: Iterable<T>): T[] {
  const all = [...list];
  assert.ok(all.length > 0, 'there is nothing to look at');
  return all;
}
