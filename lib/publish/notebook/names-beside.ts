import { readdirSync } from 'node:fs';
import { looksLikeValue } from '../gate/looks-like-value';

/** Names in a folder that a message may tell: none that is hidden, and none that looks like a value, which files of a leak can have. */
export function namesBeside(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.') && looksLikeValue(name) === null);
  } catch {
    return [];
  }
}
