import { CATEGORIES } from '../contract/categories';
import type { Counted } from '../contract/evidence';
import { formatMeasureId } from '../contract/measure-id';
import { categoryTitle } from '../words/names/category-names';
import type { Nobodys } from './account/nobodys';
import { countOf } from './count-of';
import { attributeOf } from './attributes/person-attributes';

/**
 * Where nothing tells people apart: `people.with` each category that some document holds, without a number. Their account
 * says how many documents hold it.
 */
export function ownerlessMeasures(nobodys: ReadonlyMap<string, Nobodys>): Counted[] {
  return CATEGORIES.flatMap((parameter) => {
    const id = { family: 'people.with', parameter } as const;
    const isHeld = parameter !== 'unknown' && nobodys.has(attributeOf(formatMeasureId(id)) ?? '');
    return isHeld ? [countOf(id, null, { words: [categoryTitle(parameter)] })] : [];
  });
}
