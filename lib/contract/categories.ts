import { CATEGORY_TABLE } from './category-table';

/** Id of a category, in kebab-case and stable. One that `data/taxonomy/` does not hold does not compile and is refused in tables. */
export type Category = (typeof CATEGORY_TABLE)[number]['id'];

/** What the kit calls a category and which class of others it is: a row of `data/taxonomy/categories.csv`. */
export interface CategoryRow {
  id: Category;
  /** In plain words, singular, without an article: "hashed password". */
  title: string;
  /** The same in the plural. */
  plural: string;
  /** As what somebody has, with its article: "a hashed password". */
  noun: string;
  /** `health`, `credentials` and the like; each category is in one group. */
  group: string;
  /** Data class of Have I Been Pwned; null where it has none. */
  hibp: string | null;
  /** VERIS `attribute.confidentiality.data.variety`. */
  veris: string | null;
  /** Personal data as the GDPR defines them; `special`: of its Article 9. */
  gdpr: 'none' | 'personal' | 'special';
}

/** Every category by its id, in the order of the taxonomy. */
export const CATEGORY_ROWS: ReadonlyMap<string, CategoryRow> = new Map(
  CATEGORY_TABLE.map((row) => [row.id, row]),
);

/** Ids of the categories, in the order of the taxonomy. */
export const CATEGORIES: readonly Category[] = CATEGORY_TABLE.map(({ id }) => id);

/** Whether an id is a category's. */
export function isCategory(id: string): id is Category {
  return CATEGORY_ROWS.has(id);
}

/** Categories of a group, in the order of the taxonomy; none where there is no such group. */
export function categoriesIn(group: string): Category[] {
  return CATEGORY_TABLE.filter((row) => row.group === group).map(({ id }) => id);
}

type Group = (typeof CATEGORY_TABLE)[number]['group'];

/** Groups of categories that `people.with-any:GROUP` counts. Age, gender and date of birth are personal, not health data. */
export const COUNTED_GROUPS = ['health', 'credentials'] as const satisfies readonly Group[];

/** Id of a group of categories that is counted; `categoriesIn` says what is in it. */
export type CountedGroup = (typeof COUNTED_GROUPS)[number];
