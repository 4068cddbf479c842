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
}

/**
 * A sentence of ours without the numbers that would give a hidden one back: those from 1 to 9 become "fewer than 10",
 * every other that is not known to be public becomes "a withheld number".
 */
export function hideNumbers(sentence: string, { allowed, small }: HideOptions): string {
  return sentence
    .replace(NUMERAL, (numeral) => {
      const trailing = /[.,]*$/.exec(numeral)?.[0] ?? '';
      const value = numberIn(numeral);
      if (allowed.has(value)) return numeral;
      return (small.has(value) ? 'fewer than 10' : 'a withheld number') + trailing;
    })
    .replace(SPELLED, (word) =>
      word.charAt(0) === word.charAt(0).toUpperCase() ? 'Fewer than 10' : 'fewer than 10',
    );
}

/** Every number in a text, read as en-GB. */
export function numbersIn(text: string): number[] {
  return (text.match(NUMERAL) ?? []).map(numberIn);
}

function numberIn(numeral: string): number {
  return Number(numeral.replace(/[.,]+$/, '').replace(/[,%\s]/g, ''));
}
