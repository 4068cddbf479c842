import type { Vocabulary } from '../../cases/vocabulary';
import { looksLikeValue } from './looks-like-value';

/** So many names of people beside each other are no accident. */
const FEW_PEOPLE = 3;
/** So many unknown names that are each rare among the documents are values. */
const MANY = 20;
const RARE = 1 / 20;
/** Columns of a first line that need not be names at all. */
const FEW_COLUMNS = 3;

/**
 * Whether the unknown keys of one object behave like values, as a set: addresses or numbers among them, names of people, many
 * of which each document holds few; or the first line of a table, if most of it is unknown.
 *
 * @param level all keys of the object, and the documents that have each
 * @param doubtful those that no vocabulary knows
 */
export function valueLikeKeys(
  level: ReadonlyMap<string, number>,
  doubtful: readonly string[],
  { vocabulary, isHeader }: { vocabulary: Vocabulary; isHeader: boolean },
): boolean {
  const isShaped = (key: string) => ![null, 'unusual'].includes(looksLikeValue(key));
  if (doubtful.some(isShaped)) return true;
  const people = doubtful.filter(vocabulary.isPersonal).length;
  if (people >= FEW_PEOPLE || people * 2 > doubtful.length) return true;
  if (isHeader && doubtful.length >= FEW_COLUMNS && doubtful.length * 2 > level.size) return true;
  const most = Math.max(...level.values());
  const rare = doubtful.filter((key) => (level.get(key) ?? 0) <= most * RARE).length;
  return doubtful.length >= MANY && rare * 2 > doubtful.length;
}
