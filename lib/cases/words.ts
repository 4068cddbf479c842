const ASCII = /^[\0-\x7f]*$/;
/** Where words end. Tables of Unicode are asked only where a name needs them: there are inputs of 200,000 paths. */
const PLAIN = { afterLower: /([a-z\d])([A-Z])/g, afterUpper: /([A-Z])([A-Z][a-z])/g, between: /[^a-z]+/ };
const ANY = {
  afterLower: /([\p{Ll}\d])(\p{Lu})/gu,
  afterUpper: /(\p{Lu})(\p{Lu}\p{Ll})/gu,
  between: /[^\p{L}]+/u,
};

/**
 * The words of a name: snake, kebab and camel case are split, marks over letters and digits dropped, short forms
 * written out. Names of fields and phrases of the rules go through the same function.
 *
 * @param abbreviations short form → words
 * @example words('MACAddr2', { addr: 'address' }) // ['mac', 'address']
 */
export function words(name: string, abbreviations: Record<string, string>): string[] {
  const { afterLower, afterUpper, between } = ASCII.test(name) ? PLAIN : ANY;
  const parts = bare(name)
    .replace(afterLower, '$1 $2')
    .replace(afterUpper, '$1 $2')
    .toLowerCase()
    .split(between)
    .filter((part) => part !== '');
  const known = (part: string) => (Object.hasOwn(abbreviations, part) ? abbreviations[part] : undefined);
  return parts.flatMap((part) => known(part)?.split(' ') ?? [part]);
}

/** Without marks over letters and digits. */
export function bare(name: string): string {
  return ASCII.test(name) ? name : name.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}
