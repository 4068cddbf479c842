import { isHidden } from '../../contract/results';
import { categoryTitle } from '../../words/names/category-names';
import { formatCount, formatNumber, formatShare } from '../../words/numbers/format-number';
import { PAGE_WORD } from '../../words/names/verdict-names';
import { partyWords } from '../../words/names/party-words';
import { DRAWN_WORDS, OUTCOME_WORDS } from '../../words/names/draw-names';

/** A pale dash for what is not there. */
export const NOTHING = '–';

/** A text in plain words, where there are any for it. */
const inWords = (words: Readonly<Record<string, string>>) => (text: string) => words[text] ?? text;
const drawn = inWords(DRAWN_WORDS);

/** Keys whose texts have plain words of their own. */
const WORDS: Record<string, (text: string) => string> = {
  verdict: inWords(PAGE_WORD),
  category: categoryTitle,
  party: partyWords,
  parties: partyWords,
  outcome: inWords(OUTCOME_WORDS),
  asked: drawn,
};

/** One value of a row as text: counts in words, shares as percentages, lists joined, nothing as a dash. */
export function cellText(key: string, value: unknown, row: Record<string, unknown>): string {
  if (value === null || value === undefined) return NOTHING;
  if (isHidden(value)) return formatCount(value);
  if (typeof value === 'number') {
    const share = row['unit'] === 'share' && ['inFile', 'value', 'low', 'high'].includes(key);
    return share ? formatShare(value) : formatNumber(value);
  }
  if (typeof value === 'string') {
    if (key === 'kind' && 'asked' in row) return drawn(value);
    return WORDS[key]?.(value) ?? value;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((item) => cellText(key, item, {})).join(', ') || NOTHING;
  return typeof value === 'bigint' ? formatNumber(Number(value)) : listed(value as Record<string, unknown>);
}

function listed(value: Record<string, unknown>): string {
  return Object.entries(value)
    .map(([key, item]) => `${key} ${cellText(key, item, value)}`)
    .join(', ');
}
