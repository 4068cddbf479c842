import type { Category } from '../../contract/categories';
import { type NameIndex, nameIndex } from '../name-index';
import type { Taxonomy } from '../../contract/taxonomy';
import { lastKey } from '../path-keys';

/**
 * What the last name of a path says with every one of its words: those of a rule, and before them only words that say nothing of
 * anybody (`last_login_at`). `diabetes_since` says a date and something more, so that it says nothing plainly.
 */
export function plainlyNamed(path: string, taxonomy: Taxonomy): Set<Category> {
  const index = nameIndex(taxonomy);
  const name = index.words(lastKey(path));
  const starts = [...name.keys()].filter((start) =>
    name.slice(0, start).every((word) => taxonomy.words.plain.includes(word)),
  );
  return new Set(starts.flatMap((start) => said(name, start, index)));
}

function said(name: readonly string[], start: number, { exact, suffix }: NameIndex): Category[] {
  const rest = name.slice(start);
  const rules = [...(exact.get(rest.join('')) ?? []), ...(suffix.get(rest.join(' ')) ?? [])];
  return rules.map(({ category }) => category);
}
