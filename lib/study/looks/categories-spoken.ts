import { type Category, CATEGORIES } from '../../contract/categories';
import type { Case } from '../../contract/case';
import { categoriesAbout } from '../../contract/measure-id';

/** Categories that the claims of a case speak of and that records can show, in the order of the taxonomy. */
export function categoriesSpoken({ claims }: Case): Category[] {
  const tests = claims.filter(({ testability }) => testability === 'records').flatMap((claim) => claim.tests);
  const spoken = new Set(tests.flatMap(({ measure }) => categoriesAbout(measure)));
  return CATEGORIES.filter((id) => spoken.has(id));
}
