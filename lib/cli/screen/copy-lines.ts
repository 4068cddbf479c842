import { KIT } from '../../contract/kit';
import type { Analysis } from '../../study/analyse';
import { formatBytes } from '../../words/numbers/format-size';

/** What may have left a working copy; null where it goes with the command. */
export interface Copied {
  copy: Analysis['copy'] | null;
}

/** Where the private working copies lie, how large they are, and how they go; nothing where none stays. */
export function copyLines(runs: Copied[]): string[] {
  const copies = runs.flatMap(({ copy }) => copy ?? []);
  if (copies.length === 0) return [];
  const total = copies.reduce((sum, copy) => sum + copy.bytes, 0);
  return [
    `Private working ${copies.length === 1 ? 'copy' : 'copies'} (${formatBytes(total)} in all; gone after seven days without use, or by ` +
      `\`${KIT} forget --all\`):`,
    ...copies.map((copy) => `  ${copy.dir} (${formatBytes(copy.bytes)})`),
  ];
}
