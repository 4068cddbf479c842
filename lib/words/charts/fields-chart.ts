import type { Count } from '../../contract/results';
import { categoryTitle } from '../names/category-names';
import { stamped } from '../names/synthetic-stamp';
import { formatCount } from '../numbers/format-number';

/** What is counted by category: people, or documents where nobody can be told apart. */
type Unit = 'people' | 'documents';

/** Title of the chart of categories. */
export function fieldsTitle(unit: Unit): string {
  return unit === 'people' ? 'How many people have which data in this file' : 'Which data are in this file';
}

/** What its axis counts. */
export function fieldsAxis(unit: Unit): string {
  return unit === 'people' ? 'People in this file' : 'Documents in this file';
}

/** The chart for those who cannot see it; what was not recognised stands here alone. */
export function fieldsAlt(
  unit: Unit,
  rows: readonly { category: string; count: Count }[],
  synthetic: boolean,
): string {
  const some = rows
    .filter((row) => row.count !== 0)
    .map((row) => `${categoryTitle(row.category)} ${formatCount(row.count)}`);
  const none = rows.filter((row) => row.count === 0).map((row) => categoryTitle(row.category));
  const all = `Chart of ${unit} in this file by kind of data: ${some.join(', ') || 'none recognised'}.`;
  return stamped(none.length > 0 ? `${all} Not recognised: ${none.join(', ')}.` : all, synthetic);
}
