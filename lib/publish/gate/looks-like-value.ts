/** What a key that should be a name looks like instead, by shape alone. */
export type Shape =
  | 'e-mail'
  | 'web-address'
  | 'IP-address'
  | 'MAC-address'
  | 'UUID'
  | 'hex'
  | 'number'
  | 'date'
  | 'token'
  | 'unusual';

const SHAPES: [Shape, RegExp][] = [
  ['e-mail', /[^\s@]+@[^\s@]+\.[^\s@]+/u],
  ['web-address', /^[a-z][a-z0-9+.-]*:\/\/|^www\./i],
  ['IP-address', /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$|^(?=.*:.*:)[0-9a-f:]{6,}$/i],
  ['MAC-address', /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i],
  ['UUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['date', /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/],
  ['number', /^[+(]?[\d(][\d\s().:/-]{3,}$/],
  ['hex', /^(?=.*\d)[0-9a-f]{12,}$/i],
  ['token', /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_.-]{20,}$|^eyJ|\d{7,}/],
];

const NAME = /^[\p{L}\p{M}\p{N}_\-.:/()%$@#'°]+( [\p{L}\p{M}\p{N}_\-.:/()%$@#'°]+)*$/u;

/**
 * The shape of a key that is not a name: it looks like a value, is longer than 60 characters or six words, or holds
 * characters that names do not have. null for a name.
 */
export function looksLikeValue(key: string): Shape | null {
  for (const [shape, pattern] of SHAPES) if (pattern.test(key)) return shape;
  return key.length <= 60 && key.split(' ').length <= 6 && NAME.test(key) ? null : 'unusual';
}
