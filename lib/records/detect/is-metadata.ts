import type { Head } from './classify-head';

/** Names of what describes other files. */
const NAMES =
  /^(?:(?:read[-_ ]?me|licen[cs]e|copying|change-?log|authors|notice)(?:\.(?:txt|md|rst|html?))?|(?:checksums?|(?:sha\d+|md5|b2|sha)[-_]?sums?)(?:\.txt)?|.+\.(?:sha\d+|md5|sfv|asc|sig))$/i;
/** A description is small: what is larger may be records under an innocent name. */
const MOST_BYTES = 65_536;

/**
 * Whether a file only describes others: by its name, and by a content that is small and no JSON, no SQL and nothing packed.
 *
 * @param path only its last name is asked
 * @param bytes of its text
 */
export function isMetadata(path: string, head: Head, bytes: number): boolean {
  if (bytes > MOST_BYTES || !NAMES.test(path.split(/[/\\]/).at(-1) ?? '')) return false;
  return head.is === 'unknown' || (head.is === 'text' && ['csv', 'tsv'].includes(head.shape.format));
}
