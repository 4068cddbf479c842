import { type Category, CATEGORIES, categoriesIn } from '../../contract/categories';
import type { Case } from '../../contract/case';
import { categoryOf, parseMeasureId } from '../../contract/measure-id';

/** Categories that the claims of a case speak of and that records can show, in the order of the taxonomy. */
export function categoriesSpoken({ claims }: Case): Category[] {
  const spoken = new Set<string>();
  for (const { testability, tests } of claims) {
    if (testability !== 'records') continue;
    for (const { measure } of tests) {
      const id = parseMeasureId(measure);
      const any = id?.family === 'people.with-any' || id?.family === 'share.with-any';
      for (const category of any ? categoriesIn(id.parameter) : [categoryOf(measure)])
        if (category !== null) spoken.add(category);
    }
  }
  return CATEGORIES.filter((id) => spoken.has(id));
}
