import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import { Leaked } from '../contract/leaked';
import type { Store } from '../contract/store';
import type { CloudProvider } from '../contract/taxonomy';
import { oneNumber } from '../engine/one-number';
import { countOf } from './count-of';
import { textSlices } from './text-slices';

/** Temporary table of hosts, each with its provider's id. */
const HOSTS = 'provider_hosts';

/** Documents with a host name of each cloud provider; empty where no path holds host names. */
export async function hostMeasures(
  store: Store,
  fields: readonly Field[],
  providers: readonly CloudProvider[],
): Promise<Counted[]> {
  const entries = fields
    .filter(({ category, entry }) => category === 'hostname' && entry.column !== null)
    .map(({ entry }) => entry);
  if (entries.length === 0 || providers.length === 0) return [];
  const known: [string, string][] = [];
  for await (const text of textSlices(store, entries)) {
    const provider = providerOf(Leaked.unseal(text), providers);
    if (provider) known.push([Leaked.unseal(text), provider.id]);
  }
  await store.engine.fill(HOSTS, ['host', 'provider'], known);
  const rows = entries.map(
    ({ table, column }) => `select _doc, ${column} as host from ${store.source(table)}`,
  );
  const counts: Counted[] = [];
  for (const { id, title } of providers) {
    const count = await oneNumber(
      store.engine,
      `select count(distinct _doc) from (${rows.join(' union all ')}) where host in (select host from ${HOSTS} where provider = ?)`,
      [id],
    );
    counts.push(countOf({ family: 'hosts.provider', parameter: id }, count, { words: [title] }));
  }
  return counts;
}

/** Whose host this is: by the end of its name, without port and final dot. */
export function providerOf(host: string, providers: readonly CloudProvider[]): CloudProvider | null {
  const name = host.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  const within = (suffix: string) => name === suffix || name.endsWith(`.${suffix}`);
  return providers.find(({ suffixes }) => suffixes.some(within)) ?? null;
}
