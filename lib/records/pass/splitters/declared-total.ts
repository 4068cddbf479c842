import type { DeclaredTotal } from '../../../contract/manifest';

/** One response's word on how many documents its search found, and how many it brought. */
export interface StatedTotal extends DeclaredTotal {
  hits: number;
}

/**
 * What several responses state together. Pages of one search repeat its total; a total that differs, or hits beyond a total that
 * was reached, are another search's. Totals of finished searches add up; where a search ended early, or its total moved, all that
 * is sure is the largest: at least so many.
 */
export function declaredTotal(stated: StatedTotal[]): DeclaredTotal | null {
  const searches: StatedTotal[] = [];
  for (const { value, relation, hits } of stated) {
    const last = searches.at(-1);
    const isSame = last?.value === value && last.relation === relation;
    if (last && isSame && (relation === 'gte' || last.hits + hits <= value)) last.hits += hits;
    else searches.push({ value, relation, hits });
  }
  const last = searches.at(-1);
  if (!last) return null;
  const isFinished = (search: StatedTotal): boolean =>
    search.relation === 'eq' && search.hits >= search.value;
  const sum = (of: StatedTotal[]): number => of.reduce((all, { value }) => all + value, 0);
  if (searches.slice(0, -1).every(isFinished)) return { value: sum(searches), relation: last.relation };
  const least = Math.max(sum(searches.filter(isFinished)), ...searches.map(({ value }) => value));
  return { value: least, relation: 'gte' };
}
