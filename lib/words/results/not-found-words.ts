import type { Count, ResultMeasure } from '../../contract/results';
import { parseMeasureId } from '../../contract/measure-id';
import { categoryTitle } from '../names/category-names';
import { manyWords } from '../numbers/number-words';

/** Kinds of data that were looked for and of which nobody is counted. */
export interface NotFound {
  /** What stands in documents that do not say whose it is: one clause each. Such a kind is there, and not absent. */
  ownerless: string[];
  /** Titles of the others: they were not recognised, which does not say that they are not there. */
  unseen: string[];
}

/**
 * What a page says of the kinds of data that it counts nobody with. Nothing here is called absent: that takes a claim and
 * its test.
 *
 * @param rows kinds of data with how many have them
 */
export function notFound(
  rows: readonly { category: string; count: Count }[],
  measures: readonly ResultMeasure[],
): NotFound {
  const nobodys = new Map(
    measures.flatMap(({ id, unknowns }): [string, Count][] => {
      const known = parseMeasureId(id);
      return known?.family === 'people.with' && unknowns && unknowns.nobodys !== 0
        ? [[known.parameter, unknowns.nobodys]]
        : [];
    }),
  );
  const none = rows.filter((row) => row.count === 0).map((row) => row.category);
  return {
    ownerless: none.flatMap((category) => {
      const documents = nobodys.get(category);
      return documents === undefined ? [] : [ownerlessWords(category, documents)];
    }),
    unseen: none.filter((category) => !nobodys.has(category)).map(categoryTitle),
  };
}

function ownerlessWords(category: string, documents: Count): string {
  if (documents === 1) return `${categoryTitle(category)}: one document, and whose it is could not be told`;
  return `${categoryTitle(category)}: ${manyWords(documents)} documents, and whose they are could not be told`;
}
