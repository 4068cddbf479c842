import type { Count, Results } from '../../contract/results';
import { isSynthetic } from '../../figures/is-synthetic';
import { categoryTitle } from '../../words/names/category-names';
import { DISPUTED_QUESTION, DISPUTED_READ, NOTHING_DISPUTED } from '../../words/results/answer-words';
import { Answer } from '../notebook/answer';

/** One meaning of a path whose meaning is disputed. */
export interface DisputedRow {
  kind: string;
  path: string;
  /** What it is taken to hold, in words. */
  meaning: string;
  because: string;
  /** People who have this kind of data if the path means it. */
  people: Count | null;
  /** People who have it if the path means something else: at other paths, of certain meaning. */
  otherwise: Count | null;
}

/** Paths whose meaning is disputed, and how many people have what under each. */
export function disputedAnswer(results: Results): Answer<DisputedRow> {
  const people = new Map(results.measures.map(({ id, inFile }) => [id, inFile]));
  const kinds = new Map(results.kinds.map(({ id, label }) => [id, label]));
  const rows = results.fields
    .filter(({ definitions }) => definitions.length > 1)
    .flatMap(({ kind, path, definitions }) =>
      definitions.map(({ category, because }) => ({
        kind: kinds.get(kind) ?? kind,
        path,
        meaning: categoryTitle(category),
        because,
        people: people.get(`people.with:${category}`) ?? null,
        otherwise: people.get(`people.with-certain:${category}`) ?? null,
      })),
    );
  return new Answer({
    title: DISPUTED_QUESTION,
    rows,
    columns: [
      ['path', 'path'],
      ['meaning', 'if it is'],
      ['people', 'people who have that'],
      ['otherwise', 'and if it is not'],
      ['because', 'why it could be'],
    ],
    notes: [rows.length > 0 ? DISPUTED_READ : NOTHING_DISPUTED],
    synthetic: isSynthetic(results),
  });
}
