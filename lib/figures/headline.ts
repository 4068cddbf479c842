import type { Results } from '../contract/results';
import { headlineWords } from '../words/results/headline-words';
import { nobodyApart } from '../words/results/nobody-apart';
import { peopleRange } from './people-curve';

/** How many people an input holds, in one line ({@link headlineWords}), or why nothing says so ({@link nobodyApart}). */
export function headline(results: Pick<Results, 'people' | 'measures' | 'fields' | 'inputs'>): string {
  const main = results.people.find((row) => row.main);
  if (main) return headlineWords(main, peopleRange(results));
  const categories = results.fields.map(({ category }) => category);
  return nobodyApart(
    categories,
    results.inputs.reduce((sum, { documents }) => sum + documents, 0),
  );
}
