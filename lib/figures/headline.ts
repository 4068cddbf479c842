import type { Results } from '../contract/results';
import { headlineWords } from '../words/results/headline-words';
import { namedWords } from '../words/results/named-words';
import { nobodyApart } from '../words/results/nobody-apart';
import { peopleRange } from './people-curve';

/**
 * How many people an input holds, in one line ({@link headlineWords}), between how many and how many where names alone say so
 * ({@link namedWords}), or why nothing does ({@link nobodyApart}).
 */
export function headline(results: Pick<Results, 'people' | 'measures' | 'fields' | 'inputs'>): string {
  const main = results.people.find((row) => row.main);
  if (main) return headlineWords(main, peopleRange(results));
  const linked = results.people.find(({ id }) => id === 'people.linked-names');
  // Limits so near that they would say how few were joined are not told: the middle is.
  const [fewest, most] = (linked?.range ?? []).map((limit) =>
    typeof limit === 'number' ? limit : linked?.count,
  );
  if (linked && typeof fewest === 'number' && typeof most === 'number') {
    const compared = results.fields.filter(({ path }) =>
      linked.keys.some((key) => key.endsWith(`: ${path}`)),
    );
    return namedWords(
      [fewest, most],
      compared.map(({ category }) => category),
    );
  }
  const categories = results.fields.map(({ category }) => category);
  return nobodyApart(
    categories,
    results.inputs.reduce((sum, { documents }) => sum + documents, 0),
  );
}
