import { CATEGORY_ROWS } from '../../contract/categories';

/** A category as a label, in the singular and without an article: "hashed password". */
export function categoryTitle(category: string): string {
  return CATEGORY_ROWS.get(category)?.title ?? category;
}

/** A category in the plural: "hashed passwords". */
export function categoryPlural(category: string): string {
  return CATEGORY_ROWS.get(category)?.plural ?? category;
}

/** A category as what somebody has: "a hashed password". */
export function categoryNoun(category: string): string {
  return CATEGORY_ROWS.get(category)?.noun ?? category;
}

const GROUP_NOUNS: Record<string, string> = {
  health: 'health data',
  credentials: 'a password, token or key',
};

/** A group of categories as what somebody has: "health data". */
export function groupNoun(group: string): string {
  return GROUP_NOUNS[group] ?? `any ${group.replaceAll('-', ' ')} data`;
}
