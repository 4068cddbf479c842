import type { StorePath } from '../../contract/manifest';

/** Stretches of time that people can be counted by. */
export const PERIODS = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** What people are counted by: the values of some paths, or the stretch of time in which those lie. */
export interface GroupedPaths {
  /** Rows of the inventory; together they are one thing, such as a category. */
  entries: StorePath[];
  /** null: by value. */
  period: Period | null;
}
