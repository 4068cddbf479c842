/** An e-mail address and where it stands in a text. */
export interface PlacedAddress {
  address: string;
  from: number;
  to: number;
}

/** An `@`, also in its full width. */
const AT = /[@＠]/gu;

/** What stands before an `@` and after it. Both are looked for from the `@` on, so that no text takes long. */
const LOCAL = /[\p{L}\p{M}\p{N}._%+'-]{1,64}$/u;
const HOST = /^(?:[\p{L}\p{M}\p{N}-]{1,63}[.．]){1,8}[\p{L}\p{M}\p{N}-]{2,63}/u;
const LAST_LABEL = /[.．](?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)$/iu;

/** What follows an `@` in names of files and no host: `photo@2x.png`. */
const FILES = /[.](?:png|jpe?g|gif|svg|webp|css|js|ts|json|map|html?|php)$/iu;

/**
 * The e-mail addresses that stand in a text, each as it is written, whatever stands around them: several in a cell, in angle brackets,
 * behind `mailto:`, in a serialised cell. The name and password of a URL (`ftp://ana@host.example`) and the user of a
 * repository (`git@host.example:name`) are none.
 *
 * @returns in their order, one that stands twice, twice
 * @example addressesIn('Li, Ana <ana@example.org>; bo@example.net').map(({ address }) => address) // ['ana@example.org', 'bo@example.net']
 */
export function addressesIn(text: string): PlacedAddress[] {
  const found: PlacedAddress[] = [];
  for (const { index } of text.matchAll(AT)) {
    const [before = ''] = LOCAL.exec(text.slice(Math.max(found.at(-1)?.to ?? 0, index - 64), index)) ?? [];
    const local = before.replace(/^[.'%+-]+/u, '');
    const [host = ''] = HOST.exec(text.slice(index + 1, index + 256)) ?? [];
    const end = host.replace(/-+$/u, '');
    if (local === '' || !LAST_LABEL.test(end) || FILES.test(end)) continue;
    const [from, to] = [index - local.length, index + 1 + end.length];
    if (
      isOfUrl(text.slice(Math.max(0, from - 256), from)) ||
      (/^:[\w./-]/u.test(text.slice(to, to + 2)) && local === 'git')
    )
      continue;
    found.push({ address: text.slice(from, to), from, to });
  }
  return found;
}

/** Whether a URL has begun in front of an address and its path has not. */
function isOfUrl(before: string): boolean {
  return /:\/\/[^\s/?"'<>]*$/u.test(before);
}
