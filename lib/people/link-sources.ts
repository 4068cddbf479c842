import type { Field } from '../contract/field';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { filledSql } from './filled-sql';
import { foldsMade } from './folded-emails';
import type { OwnKeys } from './own-keys';
import { ownerSql } from './own-keys';
import type { Owners } from './owners';
import { publicAddresses } from './public-addresses';

/** How firmly a shared key joins: a person's own, a device that a household may share, a home network. */
export type Tie = 'own' | 'device' | 'network';

/** One place where rows carry a key that other rows may share. */
export interface LinkSource {
  tie: Tie;
  /** What is compared: keys of one name are the same sort of key, wherever they stand. */
  name: string;
  /** SQL of a number that is equal for equal keys, one for each row with a key: a sieve that is cheap to fill. */
  sieve: string;
  /** Rows with a key, and different keys, each at most, as the inventory knows. */
  most: { filled: number; distinct: number };
  /** Table of spellings (`raw`, `folded`); null where a key has one spelling only. */
  folds: string | null;
  /** SQL of `owner`, `key` of the rows with an owner that pass a condition on `alike`; null lets all pass. */
  rows(passes: string | null): string;
}

/** Categories of devices. An id of a device is only compared with ids, a hardware address with addresses. */
const DEVICES = ['mac-address', 'device-id'];

/**
 * Every place where documents that belong to somebody carry a key that others may share: e-mail addresses (level 3),
 * phone numbers, devices, and home networks (a Wi-Fi name together with a public IP address).
 *
 * A key belongs to the owner of its row, and one in an array to the owner of its document. Where the owner stands in an
 * array itself, keys of other arrays are nobody's: a document may be about many people.
 */
export async function linkSources(
  store: Store,
  fields: readonly Field[],
  { own, numbered }: Owners,
): Promise<LinkSource[]> {
  const sources: (LinkSource | null)[] = [];
  for (const keys of own) {
    const held = fields.filter(
      ({ entry }) => entry.kind === keys.kind && entry.column !== null && entry.filledValues > 0,
    );
    const owner = { ...keys, numbered };
    if (keys.email) sources.push(single({ tie: 'own', name: 'email', entry: keys.email, owner }, store));
    if (keys.phone) sources.push(single({ tie: 'own', name: 'phone', entry: keys.phone, owner }, store));
    for (const { category, entry } of keys.further)
      sources.push(single({ tie: 'own', name: category, entry, owner }, store));
    for (const { category, entry, whose } of held) {
      if (DEVICES.includes(category) && whose === 'own')
        sources.push(single({ tie: 'device', name: category, entry, owner }, store));
    }
    for (const pair of networksOf(held)) sources.push(await network(pair, owner, store));
  }
  return sources.filter((source) => source !== null);
}

/** Own keys, and whether the number of a row's document says whose the row is. */
type Owner = OwnKeys & { numbered: boolean };

interface Network {
  ssid: StorePath;
  ip: StorePath;
}

/** Each Wi-Fi name with an IP address in the same table. */
function networksOf(held: readonly Field[]): Network[] {
  const of = (category: string) =>
    held.filter((field) => field.category === category).map(({ entry }) => entry);
  return of('ssid').flatMap((ssid) => {
    const ip = of('ip-address').find((entry) => entry.table === ssid.table);
    return ip ? [{ ssid, ip }] : [];
  });
}

function single(
  { tie, name, entry, owner }: { tie: Tie; name: string; entry: StorePath; owner: Owner },
  store: Store,
): LinkSource | null {
  const column = `${entry.column}`;
  const alike = alikeSql([column]);
  const folds = name === 'email' ? (foldsMade(store, entry, 3)?.table ?? null) : null;
  const rows = placed(store, owner, {
    table: entry.table,
    columns: [column],
    alike,
    filled: filledSql(entry, column),
    key: (at) => (folds ? `coalesce(key_folds.folded, ${at}.${column})` : `${at}.${column}`),
    join: (at) => (folds ? `left join ${folds} as key_folds on key_folds.raw = ${at}.${column}` : ''),
  });
  return (
    rows && {
      tie,
      name,
      folds,
      rows,
      sieve: `select ${alike} as alike from ${store.source(entry.table)} where ${column} is not null`,
      most: { filled: entry.filledValues, distinct: entry.distinct },
    }
  );
}

async function network({ ssid, ip }: Network, owner: Owner, store: Store): Promise<LinkSource | null> {
  const known = await publicAddresses(store, ip);
  if (known === null) return null;
  const columns = [`${ssid.column}`, `${ip.column}`];
  const alike = alikeSql(columns);
  const filled = `${ip.column} in (select address from ${known}) and ${filledSql(ssid, `${ssid.column}`)}`;
  const rows = placed(store, owner, {
    table: ssid.table,
    columns,
    alike,
    filled,
    join: () => '',
    // A tab cannot be mistaken: whatever the name holds, the address after the last one has none.
    key: (at) => columns.map((column) => `${at}.${column}`).join(' || chr(9) || '),
  });
  return (
    rows && {
      tie: 'network',
      name: 'network',
      folds: null,
      rows,
      most: { filled: ssid.filledValues, distinct: ssid.distinct * ip.distinct },
      sieve: `select ${alike} as alike from ${store.source(ssid.table)} where ${filled}`,
    }
  );
}

/**
 * A number that is equal for equal keys. Half of a hash: sorting takes three quarters of the time, and keys that only look
 * alike (1,000 of 3 million) are told apart by their texts.
 */
export function alikeSql(columns: readonly string[]): string {
  return `cast(hash(${columns.join(', ')}) >> 32 as uinteger)`;
}

/** A key and the rows that hold it. */
interface Held {
  table: string;
  columns: string[];
  alike: string;
  /** SQL condition that the key is filled. */
  filled: string;
  /** SQL of the key in rows that are called `at`, and the joins that it needs. */
  key(at: string): string;
  join(at: string): string;
}

/** How keys of one table come to their owners; null where they are nobody's. */
function placed(store: Store, own: Owner, held: Held): LinkSource['rows'] | null {
  if (held.table !== own.table && own.table !== own.kind) return null;
  const rows = (list: string[], passes: string | null) =>
    `(select ${[...new Set(list)].join(', ')} from ${store.source(held.table)}
      where ${held.filled} ${passes === null ? '' : `and ${held.alike} ${passes}`})`;
  if (own.numbered) {
    return (passes) => `select cast(own_rows._doc as integer) as owner, ${held.key('own_rows')} as key
      from ${rows(['_doc', ...held.columns], passes)} as own_rows ${held.join('own_rows')}`;
  }
  const { owner, always, columns, joins } = ownerSql(store, own);
  const owned = always ? '' : `where ${owner} is not null`;
  if (held.table === own.table) {
    return (passes) => `select ${owner} as owner, ${held.key('own_rows')} as key
      from ${rows([...columns, ...held.columns], passes)} as own_rows ${joins} ${held.join('own_rows')} ${owned}`;
  }
  const owners = `(select ${['_doc', ...columns].join(', ')} from ${store.source(own.table)})`;
  return (passes) => `select ${owner} as owner, ${held.key('key_rows')} as key
    from ${rows(['_doc', ...held.columns], passes)} as key_rows join ${owners} as own_rows using (_doc)
    ${joins} ${held.join('key_rows')} ${owned}`;
}
