/**
 * The words of a name: snake, kebab and camel case are split, marks over letters and digits dropped, short forms
 * written out. Names of fields and phrases of the rules go through the same function.
 *
 * @param abbreviations short form → words
 * @example words('MACAddr2', { addr: 'address' }) // ['mac', 'address']
 */
export function words(name: string, abbreviations: Record<string, string>): string[] {
  const plain = name.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
  const parts = plain
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  return parts.flatMap((part) =>
    Object.hasOwn(abbreviations, part) ? (abbreviations[part] as string).split(' ') : [part],
  );
}
