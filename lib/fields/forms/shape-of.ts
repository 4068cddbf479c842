/** Longest shape, in characters. */
const LONGEST = 40;

/**
 * The shape of a text, from which nobody learns the text: letters are `a` or `A`, other letters than Latin ones `x`, digits `9`; signs and length stay.
 *
 * @example shapeOf('Tr0ub4dor&3') // 'Aa9aa9aaa&9'
 */
export function shapeOf(text: string): string {
  const signs = Array.from(text.slice(0, 4 * LONGEST), (sign) => {
    if (/[a-z]/.test(sign)) return 'a';
    if (/[A-Z]/.test(sign)) return 'A';
    if (/\p{N}/u.test(sign)) return '9';
    return /[\p{L}\p{M}]/u.test(sign) ? 'x' : sign;
  });
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : signs.join('');
}
