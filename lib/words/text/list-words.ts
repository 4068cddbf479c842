/**
 * Items as a sentence lists them: "a", "a and b", "a, b and c".
 *
 * @param last stands before the last of them
 */
export function listWords(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}
