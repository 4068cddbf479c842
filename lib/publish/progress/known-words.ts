import type { Known } from '../../contract/progress';
import { categoryTitle } from '../../words/names/category-names';
import { formatNumber } from '../../words/numbers/format-number';

/** Smaller counts of what may be people are hidden, here as in every output. */
const SMALLEST = 10;

/** What is known of an input so far, each in a few words; nothing of what is not known yet. */
export function knownWords(known: Known | undefined): string[] {
  if (!known) return [];
  const { documents, unreadable, addresses = 0, health = null } = known;
  const words = [`${formatNumber(documents)} documents`];
  if (unreadable > 0) words.push(`${formatNumber(unreadable)} unreadable`);
  if (addresses >= SMALLEST) words.push(`at least ${formatNumber(addresses)} addresses`);
  if (health) words.push(`${categoryTitle(health.category)} on ${hidden(health.documents)} documents`);
  return words;
}

function hidden(count: number): string {
  return count < SMALLEST ? `fewer than ${SMALLEST}` : formatNumber(count);
}
