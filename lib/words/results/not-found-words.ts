import type { Count, ResultMeasure } from '../../contract/results';
import { parseMeasureId } from '../../contract/measure-id';
import { categoryTitle } from '../names/category-names';
import { manyWords } from '../numbers/number-words';

/** What stands in the documents beside the people who are counted with it. */
export interface NotFound {
  /** What stands in documents that do not say whose it is, a clause a kind of data. It is there, and not absent. */
  ownerless: string[];
  /** Titles of what nobody has and no document holds: not recognised, which does not say that it is not there. */
  unseen: string[];
}

/**
 * What a page says of the kinds of data whose people it does not know, and of those that it counts nobody with. Nothing here
 * is called absent: that takes a claim and its test.
 *
 * @param counts kinds of data with how many have them, and what `count` counts
 */
export function notFound(
  { unit, rows }: { unit: 'people' | 'documents'; rows: readonly { category: string; count: Count }[] },
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
  return {
    ownerless: rows.flatMap(({ category, count }) => {
      const documents = nobodys.get(category);
      // Where documents are counted, those of nobody known are among them.
      if (documents === undefined || (count !== 0 && unit === 'documents')) return [];
      return [`${categoryTitle(category)}: ${ownerlessWords(documents, count !== 0)}`];
    }),
    unseen: rows
      .filter(({ category, count }) => count === 0 && !nobodys.has(category))
      .map(({ category }) => categoryTitle(category)),
  };
}

/**
 * Documents that hold a thing and do not say whose it is.
 *
 * @param more others hold it too, and their people are known
 * @example ownerlessWords(20000, false) // '20,000 documents, and whose they are could not be told'
 */
export function ownerlessWords(documents: Count, more: boolean): string {
  const further = more ? ' more' : '';
  if (documents === 1) return `one${further} document, and whose it is could not be told`;
  return `${manyWords(documents)}${further} documents, and whose they are could not be told`;
}
