import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import { pathName } from '../fields/path-name';

/** First bytes of addresses that many homes share: private, link-local and loopback (RFC 1918, 3927, 4193). */
const SHARED = ['192.168.', '10.', '169.254.', '127.', '0.', 'fc', 'fd', 'fe80', '::1', 'FC', 'FD', 'FE80'];

/** Of these networks only a part is shared (RFC 1918, 6598). */
const PARTS: [string, string[]][] = [
  ['172.', Array.from({ length: 16 }, (_, i) => `172.${16 + i}.`)],
  ['100.', Array.from({ length: 64 }, (_, i) => `100.${64 + i}.`)],
];

/**
 * Makes a temporary table of the IP addresses at a path that are not private: those that homes do not have in common.
 * Comparisons of bytes only, each different address once.
 *
 * @returns its name (a plain identifier; column `address`), or null where there is none
 */
export async function publicAddresses(store: Store, path: StorePath): Promise<string | null> {
  const { column, table } = path;
  const name = `public_addresses_${pathName(path)}`;
  await store.engine.run(
    `create or replace temp table ${name} as
     select distinct ${column} as address from ${store.source(table)} where ${column} is not null`,
  );
  // Two statements: in one, the engine asks the condition of every row and not of each address.
  await store.engine.run(`delete from ${name} where not (${isPublic('address')})`);
  return (await oneNumber(store.engine, `select count(*) from ${name}`)) === 0 ? null : name;
}

function isPublic(column: string): string {
  const begins = (prefix: string) => `(${column} >= '${prefix}' and ${column} < '${after(prefix)}')`;
  const parts = PARTS.map(([whole, shared]) => `(${begins(whole)} and (${shared.map(begins).join(' or ')}))`);
  return `not (${[...SHARED.map(begins), ...parts].join(' or ')}) and ${column} >= '0' and ${column} < 'g'`;
}

/** The first text after all that begin with a prefix. */
function after(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}
