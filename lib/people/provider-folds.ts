import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import type { MailProvider } from '../contract/taxonomy';
import { quoteText } from '../engine/quote';
import { foldsOf, keepFolds } from './folded-emails';
import type { MailProviders } from './normalise';
import { normalise } from './normalise';
import { pathName } from '../fields/path-name';

/** Temporary tables of one store. */
const PLAIN = 'provider_addresses';
const SAME = 'provider_same';

const made = new WeakMap<Store, Promise<void>>();

/**
 * Makes the tables of level 3 for every path of e-mail addresses together, so that two spellings of one mailbox meet even
 * where they stand at different paths. Only mailboxes with two or more spellings get a row: any other address stands for
 * itself. Made once for a store; `foldsMade` then finds them.
 */
export function makeProviderFolds(
  store: Store,
  entries: readonly StorePath[],
  providers: MailProviders,
): Promise<void> {
  const known = made.get(store) ?? make(store, entries, providers);
  made.set(store, known);
  return known;
}

async function make(store: Store, entries: readonly StorePath[], providers: MailProviders): Promise<void> {
  const held = entries.filter((entry) => entry.column !== null && entry.filled > 0);
  await collectAddresses(store, held, providers);
  const same = await spellings(store, providers);
  await store.engine.fill(SAME, ['form', 'mailbox'], same);
  for (const entry of held) {
    const folds = await foldsOf(store, entry, 2);
    if (same.length === 0) keepFolds(store, entry, folds);
    else keepFolds(store, entry, await joined(store, entry, folds?.table ?? null));
  }
}

/**
 * Every address at a provider's domain, with a text that two spellings of one mailbox share: what stands before the first
 * `@` and the tag, without dots. It may be coarser than the provider's rules (`normalise` decides), never finer.
 */
async function collectAddresses(store: Store, entries: StorePath[], providers: MailProviders): Promise<void> {
  const all = [...new Set(providers.values())];
  const before = `split_part(text, '@', 1)`;
  const untagged = ({ tag }: MailProvider) =>
    tag === null ? before : `split_part(${before}, ${quoteText(tag)}, 1)`;
  const key = (provider: MailProvider) =>
    provider.dotsIgnored ? `replace(${untagged(provider)}, '.', '')` : untagged(provider);
  const which = `case ${all.map((provider, i) => `when ${within(provider)} then ${i}`).join(' ')} end`;
  const keys = `case provider ${all.map((provider, i) => `when ${i} then ${key(provider)}`).join(' ')} end`;
  const rows = (source: string) =>
    `select text, hash(provider, ${keys}) as alike
     from (select text, ${which} as provider from (${source})) where provider is not null`;
  const sources: string[] = [];
  for (const entry of all.length === 0 ? [] : entries) {
    sources.push(rows(`select ${entry.column} as text from ${store.source(entry.table)}`));
    const folds = await foldsOf(store, entry, 2);
    if (folds) sources.push(rows(`select folded as text from ${folds.table}`));
  }
  const from = sources.length > 0 ? sources.join(' union all ') : `select '' as text, 0 as alike limit 0`;
  await store.engine.run(`create or replace temp table ${PLAIN} as ${from}`);
}

/** SQL condition that an address, as text, lies at one of a provider's domains. */
function within({ domains }: MailProvider): string {
  return `(${domains.map((domain) => `suffix(text, ${quoteText(`@${domain}`)})`).join(' or ')})`;
}

/** Addresses (at level 2) of mailboxes that have two or more, each with the one text that stands for its mailbox. */
async function spellings(store: Store, providers: MailProviders): Promise<[string, string][]> {
  const texts = await store.engine.texts(
    `with twice as (select distinct text, alike from ${PLAIN} where alike in
       (select alike from ${PLAIN} group by alike having count(*) > 1))
     select text from twice where alike in (select alike from twice group by alike having count(*) > 1)`,
  );
  const boxes = new Map<string, Set<string>>();
  for (const [text] of texts) {
    if (!text) continue;
    const box = normalise(Leaked.unseal(text), 3, providers);
    const forms = boxes.get(box) ?? new Set();
    boxes.set(box, forms.add(normalise(Leaked.unseal(text), 2)));
  }
  return [...boxes].flatMap(([box, forms]) =>
    forms.size < 2 ? [] : [...forms].map((form): [string, string] => [form, box]),
  );
}

/** One path's table of level 3: that of level 2, with each mailbox of several spellings as one. */
async function joined(store: Store, entry: StorePath, second: string | null) {
  const table = `folds_l3_${pathName(entry)}`;
  const unchanged = `select distinct documents.${entry.column} as raw, same.mailbox as folded
    from ${store.source(entry.table)} as documents join ${SAME} as same on same.form = documents.${entry.column}
    where same.form <> same.mailbox`;
  const changed = `select folds.raw, coalesce(same.mailbox, folds.folded) as folded
    from ${second} as folds left join ${SAME} as same on same.form = folds.folded`;
  await store.engine.run(
    `create or replace temp table ${table} as ${unchanged}${second === null ? '' : ` union all ${changed}`}`,
  );
  const [counts] = await store.engine.numbers(
    `select count(*), count(distinct folded) from ${table} where folded <> ''`,
  );
  const [raw = 0, folded = 0] = (counts ?? []).map((cell) => cell ?? 0);
  return raw === 0 && second === null ? null : { table, raw, folded };
}
