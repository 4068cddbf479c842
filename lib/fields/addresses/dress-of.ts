import { addressesIn } from './addresses-in';

/**
 * How addresses stand in a text. `plain`: it has the form of one; `dressed`: nothing else is said (`Ana Li <ana@example.org>, bo@example.net`);
 * `held`: a serialised or key-and-value cell says that one is somebody's (`{"email":"ana@example.org"}`); `mentioned`: a
 * text speaks of one; `none`.
 */
export type Dress = 'plain' | 'dressed' | 'held' | 'mentioned' | 'none';

const PLAIN = /^[^\s@＠<>"',;:|/=()[\]{}\\]{1,64}[@＠][^\s@＠<>"',;:|/=()[\]{}\\]{3,}$/u;

/** What a name or a sign may be around an address and say nothing more. */
const LONGEST_NAME = 100;
const SIGNS = /^[\s,;|/"'()[\]&+<>]*(?:mailto:)?$/iu;
const NAMED = /^[^@＠\r\n{}=]*(?:<|\bmailto:)$/iu;
const LAST = /^(?:[>\s,;|"'\])]*|[>\s]*\([^()@＠]*\)\s*|\?[\w%=&.+-]*[>\s]*)$/u;

/** Cells that programs write: PHP, JSON, XML, keys and values. */
const WRITTEN = /^\s*(?:[aO]:\d+:|s:\d+:"|[{[<]|["']?[\p{L}_][\p{L}\p{N}_.-]{0,40}["']?\s*(?:=|:|\t))/u;

/** A key that says e-mail before its value, as such cells write it. */
const EMAIL_KEY = /mail[\w-]{0,20}\\?["']?\s*(?:[;:=,>]{1,2}|\t)\s*(?:s:\d+:)?\s*\\?["']?$/iu;

/**
 * Tells how addresses stand in a text.
 *
 * @example dressOf('mailto:ana@example.org') // 'dressed'
 * @example dressOf('call ana@example.org back') // 'mentioned'
 */
export function dressOf(text: string): Dress {
  if (PLAIN.test(text.trim())) return 'plain';
  const places = addressesIn(text);
  if (places.length === 0) return 'none';
  const gaps = places.map(({ from }, i) => text.slice(places[i - 1]?.to ?? 0, from));
  const rest = text.slice(places.at(-1)?.to);
  const isBare = gaps.every((gap) => SIGNS.test(gap) || (gap.length <= LONGEST_NAME && NAMED.test(gap)));
  if (isBare && rest.length <= LONGEST_NAME && LAST.test(rest)) return 'dressed';
  const isKeyed = places.some(({ from }) => EMAIL_KEY.test(text.slice(Math.max(0, from - 64), from)));
  return isKeyed && WRITTEN.test(text) ? 'held' : 'mentioned';
}
