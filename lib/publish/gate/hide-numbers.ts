/** "Fewer than 10" is what a hidden count is called: that 10 gives nothing away. */
const NUMERAL = /(?<![\w{])(?!(?<=ewer than )10(?![\d,.]*\d))\d[\d,.]*(?:\s?%)?/g;
const SPELLED =
  /\b(?:one|two|three|four|five|six|seven|eight|nine)\b(?= (?:of|person|people|account|user|owner|record|document|e-mail))/gi;

/** What may stay in a sentence. */
export interface HideOptions {
  /** Numbers that the party itself said, or that are published: they stay. */
  allowed: Set<number>;
  /** Hidden numbers from 1 to 9. */
  small: Set<number>;
  /** Hidden numbers that leave out 1 to 9 of those examined. */
  nearlyAll: Set<number>;
}

/**
 * A sentence of ours without the numbers that would give a hidden one back: those from 1 to 9 become "fewer than 10",
 * those that leave out so few "all but a few", every other that is not known to be public "a withheld number".
 */
export function hideNumbers(sentence: string, { allowed, small, nearlyAll }: HideOptions): string {
  const hidden = sentence
    .replace(NUMERAL, (numeral) => {
      const trailing = /[.,]*$/.exec(numeral)?.[0] ?? '';
      const value = numberIn(numeral);
      if (allowed.has(value)) return numeral;
      if (small.has(value)) return `fewer than 10${trailing}`;
      return (nearlyAll.has(value) ? 'all but a few' : 'a withheld number') + trailing;
    })
    .replace(SPELLED, 'fewer than 10');
  // A sentence began with a numeral or a capital: it still begins with a capital.
  return /^[a-z]/.test(sentence) ? hidden : hidden.charAt(0).toUpperCase() + hidden.slice(1);
}

/** Every number in a text, read as en-GB. */
export function numbersIn(text: string): number[] {
  return (text.match(NUMERAL) ?? []).map(numberIn);
}

function numberIn(numeral: string): number {
  return Number(numeral.replace(/[.,]+$/, '').replace(/[,%\s]/g, ''));
}
