import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CATEGORIES, type Category } from '../../contract/categories';
import type { Truth } from '../../contract/truth';
import type { WorldParameters } from '../parameters/world-parameters';
import type { WorldMade } from '../make/world-options';
import { bearsOut, components } from './reference-links';
import { definitionsOf, filled, mailbox, type Row } from './reference-rows';

/** What {@link readReference} finds. */
export interface Found {
  files: Truth['files'];
  fields: Truth['fields'];
  measures: Record<string, number>;
  /** The same without the documents that the truth file calls planted. */
  genuine: Record<string, number>;
  /** The links of the truth file that nothing in the documents bears out. */
  wrongLinks: number;
}

/** Written down once more, on purpose: the table of the taxonomy is what the generator reads. */
const CLOUDS: Record<string, string[]> = {
  alibaba: ['aliyuncs.com', 'aliyuncs.example.org'],
  'aws-china': ['amazonaws.com.cn', 'amazonaws-cn.example.org'],
  aws: ['amazonaws.com', 'amazonaws.example.org'],
};

/** Reads a small world line by line with JSON.parse and counts with sets of texts; shares no code with the generator. */
export function readReference(world: WorldMade, given: WorldParameters): Found {
  const rows: Row[] = [];
  const files = world.files.map((file) => readFile(file, rows, given));
  const { known } = world.truth;
  const planted = new Set(known?.planted.map(({ file, line }) => `${file} ${line}`));
  const genuine = rows.filter(({ file, line }) => !planted.has(`${file} ${line}`));
  return {
    files,
    fields: fieldsOf(rows, given),
    measures: measuresOf(rows, given, known),
    genuine: measuresOf(genuine, given, known),
    wrongLinks: (known?.links ?? []).filter((link) => !bearsOut(link, rows, given)).length,
  };
}

function readFile(file: string, rows: Row[], given: WorldParameters): Truth['files'][0] {
  const bytes = readFileSync(file);
  const before = rows.length;
  const broken: Truth['files'][0]['broken'] = [];
  let documents = 0;
  for (let byte = 0, line = 1; byte < bytes.length; line++) {
    const end = bytes.indexOf(10, byte);
    const document = parse(bytes.subarray(byte, end));
    const code = typeof document === 'string' ? document : null;
    if (typeof document !== 'string') rows.push(rowOf(document, { file: basename(file), line, given }));
    if (code === null) documents++;
    else broken.push({ line, byte, code });
    byte = end + 1;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    name: basename(file),
    sha256,
    documents,
    kinds: kindsOf(rows.slice(before), given),
    broken,
  };
}

function kindsOf(rows: Row[], given: WorldParameters): Record<string, number> {
  const counts = Object.keys(given.kinds).map(
    (kind) => [kind, rows.filter((row) => row.kind === kind).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** A document and its text, or why it is none. */
function parse(bytes: Buffer): { text: string; document: Record<string, unknown> } | string {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'NOT_UTF8';
  }
  if (text.includes('['.repeat(1001))) return 'TOO_DEEP';
  if (text.includes('\u0001')) return 'CONTROL_CHARACTER';
  if (text.includes('\\x')) return 'BAD_ESCAPE';
  try {
    return { text, document: JSON.parse(text) as Record<string, unknown> };
  } catch {
    return 'SYNTAX';
  }
}

/** A document of the kind that knows all its paths. */
function rowOf(
  { text, document }: { text: string; document: Record<string, unknown> },
  { file, line, given }: { file: string; line: number; given: WorldParameters },
): Row {
  const values: Row['values'] = Object.entries(document).flatMap(([key, value]): Row['values'] => {
    if (typeof value !== 'object' || value === null) return [[key, textOf(value)]];
    return Object.entries(value).map(([inner, held]) => [`${key}.${inner}`, textOf(held)]);
  });
  const [kind = '', known] =
    Object.entries(given.kinds).find(([, each]) => values.every(([path]) => path in each.columns)) ?? [];
  const key = Object.entries(known?.columns ?? {}).find(([, { make }]) => make === 'person-id')?.[0];
  const user = values.find(([path]) => path === key)?.[1] ?? '';
  return { file, line, kind, text, user, values };
}

function textOf(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
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
  const kinds = Object.keys(given.kinds);
  for (const kind of kinds) all[`documents.kind:${kind}`] = rows.filter((row) => row.kind === kind).length;
  const texts = (category: Category, of: (kind: string) => boolean = () => true) =>
    rows
      .filter(({ kind }) => of(kind))
      .flatMap(({ kind, values }) =>
        values
          .filter(([path]) => definitionsOf(kind, path, given).includes(category))
          .map(([, value]) => value)
          .filter(filled),
      );
  const size = (list: string[]) => new Set(list).size;
  const fold = (text: string) => text.trim().toLowerCase();
  const people = new Set(rows.map(({ user }) => user));
  const isFirst = (kind: string) => kind === kinds[0];
  const own = texts('email', isFirst);
  const ownFolded = new Set(own.map(fold));
  const others = new Set(texts('email', (kind) => !isFirst(kind)).map(fold));
  all['documents.twice'] = rows.length - new Set(rows.map(({ kind, text }) => `${kind} ${text}`)).size;
  all['people.accounts'] = people.size;
  all['people.emails-l0'] = size(own);
  all['people.emails-l1'] = size(own.map((text) => text.trim()));
  all['people.emails-l2'] = ownFolded.size;
  all['people.emails-l3'] = new Set(own.map(mailbox)).size;
  all['people.emails-any'] = new Set([...ownFolded, ...others]).size;
  all['people.households'] = components(rows, given);
  all['people.linked-l4'] =
    components(rows, given) + (known?.links ?? []).filter(({ one }) => one === 'household').length;
  const carriers = rows.filter(({ kind, values }) =>
    values.some(([path, value]) => definitionsOf(kind, path, given).includes('mac-address') && filled(value)),
  );
  all['people.owners'] = size(carriers.map(({ user }) => user));
  all['people.emails-others'] = others.size;
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
  addSets(all, rows, given);
  all['devices'] = size(texts('mac-address'));
  const hosts = texts('hostname');
  const columns = Object.values(given.kinds).flatMap((kind) => Object.values(kind.columns));
  const hasHosts = columns.some(({ category }) => category === 'hostname');
  for (const [id, ends] of hasHosts ? Object.entries(CLOUDS) : []) {
    all[`hosts.provider:${id}`] = hosts.filter((host) => ends.some((end) => host.endsWith(`.${end}`))).length;
  }
  all['tokens.with:api-token'] = size(texts('api-token'));
  all['tokens.with:third-party-token'] = size(texts('third-party-token'));
  return all;
}

/** Of the people with a value, those whose value is of a set. */
function addSets(all: Record<string, number>, rows: Row[], given: WorldParameters): void {
  const [[first, known] = ['', null]] = Object.entries(given.kinds);
  for (const [path, column] of Object.entries(known?.columns ?? {})) {
    const items =
      column.make === 'choice' ? column.of.flatMap((item) => (typeof item === 'string' ? [] : [item])) : [];
    const values = new Map<string, string>();
    for (const { kind, user, values: held } of rows) {
      const value = held.find(([name]) => name === path)?.[1];
      if (kind === first && value) values.set(user, value);
    }
    for (const set of new Set(items.flatMap(({ sets = [] }) => sets))) {
      const names = items.filter(({ sets }) => sets?.includes(set)).map(({ name }) => String(name));
      all[`share.of:${set}`] =
        [...values.values()].filter((value) => names.includes(value)).length / values.size;
    }
  }
}

/** The mailbox behind an address: at mail.example.com dots and what follows a plus sign make no difference. */
function put(sets: Map<Category, Set<string>>, category: Category, user: string): void {
  if (!sets.has(category)) sets.set(category, new Set());
  sets.get(category)?.add(user);
}
