import { CATEGORY_ROWS } from '../../contract/categories';
import type { Count, Results } from '../../contract/results';
import { fieldsFigure } from '../../figures/fields-figure';
import { isSynthetic } from '../../figures/is-synthetic';
import { FIELDS_QUESTION, PEOPLE_BY_CATEGORY } from '../../words/results/answer-words';
import { categoryTitle } from '../../words/names/category-names';
import { Answer } from '../notebook/answer';

/** One path of one kind of document. */
export interface FieldRow {
  /** Name of the kind of document. */
  kind: string;
  path: string;
  /** What it holds, in words; of a disputed path the likeliest meaning. */
  category: string;
  /** The class of the category: `health`, `contact` … */
  group: string;
  /** People who have that category at this path or at another; null where no person can be told. */
  holders: Count | null;
  /** Documents with a value there. */
  filled: Count;
  /** Documents of the kind. */
  documents: Count;
  /** Different values; null where they were not counted. */
  distinct: Count | null;
  /** What it may be taken to hold: 1, or more where that is disputed. */
  meanings: number;
  /** Personal data as the GDPR defines them; `special`: of its Article 9. */
  gdpr: 'none' | 'personal' | 'special';
}

/** One row per path. */
export function fieldsAnswer(results: Results): Answer<FieldRow> {
  const kinds = new Map(results.kinds.map(({ id, label }) => [id, label]));
  const people = new Map(results.measures.map(({ id, inFile }) => [id, inFile]));
  return new Answer({
    title: FIELDS_QUESTION,
    rows: results.fields.map((field) => ({
      kind: kinds.get(field.kind) ?? field.kind,
      path: field.path,
      category: categoryTitle(field.category),
      group: CATEGORY_ROWS.get(field.category)?.group ?? 'unknown',
      holders: people.get(`people.with:${field.category}`) ?? null,
      filled: field.filled,
      documents: field.documents,
      distinct: field.distinct,
      meanings: Math.max(1, field.definitions.length),
      gdpr: field.gdpr,
    })),
    columns: [
      ['kind', 'kind'],
      ['path', 'path'],
      ['category', 'what it holds'],
      ['group', 'group'],
      ['holders', 'people with such data at any path'],
      ['filled', 'filled'],
      ['documents', 'documents'],
    ],
    notes: [PEOPLE_BY_CATEGORY],
    figure: fieldsFigure(results),
    synthetic: isSynthetic(results),
  });
}
