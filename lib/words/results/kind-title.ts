import type { Results } from '../../contract/results';
import { categoryPlural } from '../names/category-names';

/** Kinds without a name of their own: their place says which they are. */
const NUMBERED = /^(table|kind) \d+$/;
/** Documents of any sort have these: they say the least of what a kind is. */
const COMMON = ['timestamp', 'timezone', 'locale', 'unknown'];

/**
 * A kind as lists of kinds call it: by its name, else by its place and by the category of which it is surest: "table 2, rows with
 * phone numbers".
 *
 * @param fields those of all kinds
 */
export function kindTitle({ id, label }: Results['kinds'][number], fields: Results['fields']): string {
  const word = NUMBERED.exec(label)?.[1];
  if (word === undefined) return label;
  const filled = (count: Results['fields'][number]['filled']) => (typeof count === 'number' ? count : 0);
  const [surest] = fields
    .filter(({ kind, category }) => kind === id && !COMMON.includes(category))
    .sort((a, b) => b.confidence - a.confidence || filled(b.filled) - filled(a.filled));
  if (!surest) return label;
  return `${label}, ${word === 'table' ? 'rows' : 'documents'} with ${categoryPlural(surest.category)}`;
}
