import type { Evidence } from '../contract/evidence';

/** Why nothing follows from an input that is no random draw. */
export function drawnWords({ kind }: Evidence): string {
  return kind === 'unknown' ? 'how this file was drawn is not known' : 'this file is not a random draw';
}
