import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CATEGORIES, type Category } from '../contract/categories';
import type { Truth } from '../contract/truth';
import type { WorldMade } from './make-world';
import type { WorldParameters } from './world-parameters';

/** What {@link readSlowly} finds. */
export interface Found {
  files: Truth['files'];
  fields: Truth['fields'];
  measures: Record<string, number>;
  /** The same without the documents that the truth file calls planted. */
  genuine: Record<string, number>;
  /** The links of the truth file that nothing in the documents bears out. */
  wrongLinks: number;
}

interface Row {
  kind: string;
  file: string;
  line: number;
  text: string;
  user: string;
  values: [string, string | null][];
}

/** Kinds by a path that only they have; an account has none of them. */
const KINDS: [path: string, kind: string][] = [
  ['share_email', 'share'],
  ['product_model', 'device'],
  ['method', 'request'],
  ['event_id', 'event'],
  ['data_id', 'scale'],
];
const ALL_KINDS = ['account', ...KINDS.map(([, kind]) => kind)];

/** Written down once more, on purpose: the table of the taxonomy is what the generator reads. */
const CLOUDS: Record<string, string[]> = {
  alibaba: ['aliyuncs.com', 'aliyuncs.example.org'],
  'aws-china': ['amazonaws.com.cn', 'amazonaws-cn.example.org'],
  aws: ['amazonaws.com', 'amazonaws.example.org'],
};

/** Reads a small world line by line with JSON.parse and counts with sets of texts; shares no code with the generator. */
export function readSlowly(world: WorldMade, given: WorldParameters): Found {
  const rows: Row[] = [];
  const files = world.files.map((file) => readFile(file, rows));
  const { known } = world.truth;
  const planted = new Set(known?.planted.map(({ file, line }) => `${file} ${line}`));
  const genuine = rows.filter(({ file, line }) => !planted.has(`${file} ${line}`));
  return {
    files,
    fields: fieldsOf(rows, given),
    measures: measuresOf(rows, given, known),
    genuine: measuresOf(genuine, given, known),
    wrongLinks: (known?.links ?? []).filter((link) => !bearsOut(link, rows)).length,
  };
}

function readFile(file: string, rows: Row[]): Truth['files'][0] {
  const bytes = readFileSync(file);
  const before = rows.length;
  const broken: Truth['files'][0]['broken'] = [];
  let documents = 0;
  for (let byte = 0, line = 1; byte < bytes.length; line++) {
    const end = bytes.indexOf(10, byte);
    const code = parse(bytes.subarray(byte, end), { file: basename(file), line }, rows);
    if (code === null) documents++;
    else broken.push({ line, byte, code });
    byte = end + 1;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    name: basename(file),
    sha256,
    documents,
    kinds: kindsOf(rows.slice(before)),
    broken,
  };
}

function kindsOf(rows: Row[]): Record<string, number> {
  const counts = ALL_KINDS.map((kind) => [kind, rows.filter((row) => row.kind === kind).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function parse(bytes: Buffer, place: Pick<Row, 'file' | 'line'>, rows: Row[]): string | null {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'NOT_UTF8';
  }
  if (text.includes('['.repeat(1001))) return 'TOO_DEEP';
  if (text.includes('\u0001')) return 'CONTROL_CHARACTER';
  if (text.includes('\\x')) return 'BAD_ESCAPE';
  let document;
  try {
    document = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return 'SYNTAX';
  }
  const values: Row['values'] = Object.entries(document).flatMap(([key, value]): Row['values'] => {
    if (typeof value !== 'object' || value === null) return [[key, value === null ? null : textOf(value)]];
    return Object.entries(value).map(([inner, held]): [string, string] => [`${key}.${inner}`, textOf(held)]);
  });
  const kind = KINDS.find(([path]) => path in document)?.[1] ?? 'account';
  rows.push({ ...place, kind, text, user: document['user_id'] as string, values });
  return null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function filled(value: string | null): value is string {
  return value !== null && value.trim() !== '';
}

function definitionsOf(kind: string, path: string, given: WorldParameters): Category[] {
  const disputed = given.disputed.find((row) => row.kind === kind && row.path === path);
  const named = given.categories as Record<string, Record<string, Category>>;
  return disputed ? disputed.definitions : [named[kind]?.[path] ?? 'unknown'];
}

function fieldsOf(rows: Row[], given: WorldParameters): Truth['fields'] {
  const byPath = new Map<string, { kind: string; path: string; texts: (string | null)[] }>();
  for (const { kind, values } of rows) {
    for (const [path, value] of values) {
      const key = `${kind} ${path}`;
      if (!byPath.has(key)) byPath.set(key, { kind, path, texts: [] });
      byPath.get(key)?.texts.push(value);
    }
  }
  const fields = [...byPath.values()].map(({ kind, path, texts }) => {
    const full = texts.filter(filled);
    const category = definitionsOf(kind, path, given)[0] as Category;
    const [present, distinct] = [texts.length, new Set(full).size];
    return { kind, path, present, filled: full.length, values: present, distinct, category };
  });
  return fields;
}

function measuresOf(rows: Row[], given: WorldParameters, known: Truth['known']): Record<string, number> {
  const all: Record<string, number> = { documents: rows.length };
  for (const kind of ALL_KINDS)
    all[`documents.kind:${kind}`] = rows.filter((row) => row.kind === kind).length;
  const texts = (wanted: string, path: string) =>
    rows
      .filter(({ kind }) => kind === wanted)
      .flatMap(({ values }) =>
        values
          .filter(([name]) => name === path)
          .map(([, value]) => value)
          .filter(filled),
      );
  const size = (list: string[]) => new Set(list).size;
  const fold = (text: string) => text.trim().toLowerCase();
  const people = new Set(rows.map(({ user }) => user));
  const own = texts('account', 'email');
  const ownFolded = new Set(own.map(fold));
  const others = new Set(texts('share', 'share_email').map(fold));
  all['documents.twice'] = rows.length - new Set(rows.map(({ kind, text }) => `${kind} ${text}`)).size;
  all['people.accounts'] = people.size;
  all['people.emails-l0'] = size(own);
  all['people.emails-l1'] = size(own.map((text) => text.trim()));
  all['people.emails-l2'] = ownFolded.size;
  all['people.emails-l3'] = new Set(own.map(mailbox)).size;
  all['people.emails-any'] = new Set([...ownFolded, ...others]).size;
  all['people.households'] = components(rows);
  all['people.linked-l4'] =
    components(rows) + (known?.links ?? []).filter(({ one }) => one === 'household').length;
  const carriers = rows.filter(({ values }) =>
    values.some(([path, value]) => ['mac', 'device_mac'].includes(path) && filled(value)),
  );
  all['people.owners'] = size(carriers.map(({ user }) => user));
  all['people.share-only'] = [...others].filter((text) => !ownFolded.has(text)).length;

  const has = new Map<Category, Set<string>>();
  const certain = new Map<Category, Set<string>>();
  for (const { kind, user, values } of rows) {
    for (const [path, value] of values) {
      if (!filled(value)) continue;
      const definitions = definitionsOf(kind, path, given);
      for (const category of definitions) put(has, category, user);
      if (definitions.length === 1) put(certain, definitions[0] as Category, user);
    }
  }
  for (const category of CATEGORIES.filter((each) => each !== 'unknown')) {
    all[`people.with:${category}`] = has.get(category)?.size ?? 0;
    all[`people.with-certain:${category}`] = certain.get(category)?.size ?? 0;
  }
  for (const [group, categories] of Object.entries(given.groups)) {
    const any = new Set(categories.flatMap((category) => [...(has.get(category) ?? [])])).size;
    all[`people.with-any:${group}`] = any;
    all[`share.with-any:${group}`] = any / people.size;
  }
  const zones = new Map<string, string>();
  for (const { kind, user, values } of rows) {
    const zone = values.find(([path]) => path === 'timezone_name')?.[1];
    if (kind === 'account' && zone) zones.set(user, zone);
  }
  const eastern = new Set(
    given.zones.weights.filter(({ sets }) => sets?.includes('eastern')).map(({ name }) => name),
  );
  all['share.of:eastern'] = [...zones.values()].filter((zone) => eastern.has(zone)).length / zones.size;
  all['devices'] = size([...texts('device', 'mac'), ...texts('event', 'device_mac')]);
  const hosts = texts('request', 'host');
  for (const [id, ends] of Object.entries(CLOUDS)) {
    all[`hosts.provider:${id}`] = hosts.filter((host) => ends.some((end) => host.endsWith(`.${end}`))).length;
  }
  all['tokens.with:api-token'] = size([
    ...texts('request', 'body.access_token'),
    ...texts('request', 'body.access_token_tail'),
  ]);
  all['tokens.with:third-party-token'] = size(texts('account', 'alexa_token'));
  return all;
}

/** The mailbox behind an address: at mail.example.com dots and what follows a plus sign make no difference. */
function mailbox(text: string): string {
  const address = text.trim().toLowerCase();
  const [local, domain] = address.split('@') as [string, string];
  return domain === 'mail.example.com'
    ? `${local.replace(/\+.*/, '').replaceAll('.', '')}@${domain}`
    : address;
}

/** Keys that link accounts: mailboxes and hardware addresses. */
function keysOf(rows: Row[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const { kind, user, values } of rows) {
    for (const [path, value] of values) {
      const key = path === 'email' ? mailbox : path === 'mac' ? (text: string) => text : null;
      if (!key || !filled(value) || !['account', 'device'].includes(kind)) continue;
      users.set(key(value), (users.get(key(value)) ?? new Set()).add(user));
    }
  }
  return users;
}

/** Groups of accounts that are linked by mailbox or hardware address, an account alone among them. */
function components(rows: Row[]): number {
  const parent = new Map(rows.map(({ user }) => [user, user]));
  const root = (user: string): string =>
    parent.get(user) === user ? user : root(parent.get(user) as string);
  for (const users of keysOf(rows).values()) {
    const [first, ...rest] = [...users];
    for (const user of rest) parent.set(root(user), root(first as string));
  }
  return [...parent].filter(([user, above]) => user === above).length;
}

function bearsOut({ accounts, by }: NonNullable<Truth['known']>['links'][0], rows: Row[]): boolean {
  const of = (user: string, kind: string, path: string) =>
    rows
      .filter((row) => row.kind === kind && row.user === user)
      .flatMap(({ values }) => values.filter(([name]) => name === path).map(([, value]) => value ?? ''));
  const common = (kind: string, path: string, form: (text: string) => string) => {
    const [one, other] = accounts.map((user) => of(user, kind, path).map(form)) as [string[], string[]];
    return one.some((text) => other.includes(text));
  };
  if (by === 'device') return common('device', 'mac', (text) => text);
  return common('account', 'email', by === 'address' ? (text) => text.trim().toLowerCase() : mailbox);
}

function put(sets: Map<Category, Set<string>>, category: Category, user: string): void {
  if (!sets.has(category)) sets.set(category, new Set());
  sets.get(category)?.add(user);
}
