import type { Count, Results } from '../contract/results';
import { parseMeasureId } from '../contract/measure-id';

/** How many people, or documents where no person can be told, have a category. */
export interface CategoryCount {
  category: string;
  count: Count;
}

/** The counts by category, and what they count. */
export interface CategoryCounts {
  unit: 'people' | 'documents';
  rows: CategoryCount[];
}

/**
 * People with each category in the input (`people.with:…`), largest first; documents with a filled value where no path
 * identifies people.
 */
export function categoryCounts(results: Pick<Results, 'measures' | 'fields'>): CategoryCounts {
  const people = results.measures.flatMap(({ id, inFile }) => {
    const known = parseMeasureId(id);
    return known?.family === 'people.with' && inFile !== null
      ? [{ category: known.parameter, count: inFile }]
      : [];
  });
  const rows = people.length > 0 ? people : documentsByCategory(results.fields);
  const known = rows.filter((row) => row.category !== 'unknown');
  known.sort((a, b) => size(b.count) - size(a.count) || (a.category < b.category ? -1 : 1));
  return { unit: people.length > 0 ? 'people' : 'documents', rows: known };
}

/** The largest of a category's paths: a lower limit of the documents that have it, and never a double count. */
function documentsByCategory(fields: Results['fields']): CategoryCount[] {
  const best = new Map<string, Count>();
  for (const { category, filled } of fields) {
    const before = best.get(category);
    if (before === undefined || size(filled) > size(before)) best.set(category, filled);
  }
  return [...best].map(([category, count]) => ({ category, count }));
}

/** Sorting rank of a count: a withheld one stands below the numbers and above "fewer than 10". */
function size(count: Count): number {
  return count === '<10' ? 9 : count === 'withheld' ? 9.5 : count;
}
