import type { Taxonomy } from '../../contract/taxonomy';
import { words } from '../../cases/words';

/** The words of each table's name without those that all of them begin with (`wp_users`, `wp_posts`) and that say nothing (`tbl`). */
export function bareNames(
  names: Readonly<Record<string, string>>,
  { words: { abbreviations, tables } }: Taxonomy,
): Record<string, string[]> {
  const all = Object.entries(names).map(([kind, name]): [string, string[]] => [
    kind,
    words(name, abbreviations),
  ]);
  while (all.length > 1 && all.every(([, own]) => own.length > 1 && own[0] === all[0]?.[1][0]))
    for (const [, own] of all) own.shift();
  const telling = (own: string[]) => own.filter((word) => !tables.includes(word));
  return Object.fromEntries(all.map(([kind, own]) => [kind, telling(own)]));
}
