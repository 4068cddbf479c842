import type { CATEGORY_TABLE } from './category-table';

type Group = (typeof CATEGORY_TABLE)[number]['group'];

/** Groups of categories that `people.with-any:GROUP` counts. Age, gender and date of birth are personal, not health data. */
export const COUNTED_GROUPS = ['health', 'credentials'] as const satisfies readonly Group[];

/** Id of a group of categories that is counted; `categoriesIn` says what is in it. */
export type CountedGroup = (typeof COUNTED_GROUPS)[number];
