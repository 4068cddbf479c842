import type { CaseFile } from '../../contract/case';
import type { Field } from '../../contract/field';
import type { Manifest, StoreKind } from '../../contract/manifest';
import { looksLikeValue } from '../../publish/gate/looks-like-value';

/**
 * The name of each kind: the case's, where its paths are all there (the most specific wins), else its table's in an SQL
 * dump, if that looks like a name, else the best category in it, else `kind-3`; never a file's name.
 *
 * @param fields one for each path of the manifest
 * @returns kind id → name, each name once
 */
export function namesOfKinds(
  manifest: Manifest,
  fields: Field[],
  caseFile: CaseFile | null,
): Record<string, string> {
  const names: Record<string, string> = {};
  const taken = new Set<string>();
  // Once for all kinds: there may be two thousand, with 200,000 paths.
  const known = new Map<string, Field[]>();
  for (const field of fields) {
    const own = known.get(field.entry.kind);
    if (own) own.push(field);
    else known.set(field.entry.kind, [field]);
  }
  manifest.kinds.forEach((kind, i) => {
    const own = known.get(kind.id) ?? [];
    const paths = new Set(own.map((field) => field.entry.path));
    const candidates = [caseName(paths, caseFile), tableName(kind), bestCategory(own)];
    const free = candidates.find((candidate) => candidate !== null && !taken.has(candidate));
    const name = free ?? `kind-${i + 1}`;
    taken.add(name);
    names[kind.id] = name;
  });
  return names;
}

function caseName(paths: Set<string>, caseFile: CaseFile | null): string | null {
  const fitting = Object.entries(caseFile?.kinds ?? {}).filter(([, kind]) =>
    kind.has.every((path) => paths.has(path)),
  );
  fitting.sort((a, b) => b[1].has.length - a[1].has.length);
  return fitting[0]?.[0] ?? null;
}

/** A table's name is schema, as a path is; one that looks like a value is not shown. */
function tableName({ table }: StoreKind): string | null {
  return table === undefined || looksLikeValue(table) !== null ? null : table;
}

/** Documents of any sort have these: they say the least of what a kind is. */
const COMMON = ['timestamp', 'timezone', 'locale'];

function bestCategory(fields: Field[]): string | null {
  const known = fields.filter((field) => field.category !== 'unknown');
  const telling = ({ category }: Field) => (COMMON.includes(category) ? 0 : 1);
  known.sort(
    (a, b) => telling(b) - telling(a) || b.confidence - a.confidence || b.entry.filled - a.entry.filled,
  );
  return known[0]?.category ?? null;
}
